package dev.writ.engine;

import dev.writ.api.FilePart;
import dev.writ.engine.handler.OperationRequest;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.validate.form.UploadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A server in a process of its own that takes a file and says how large it was; it prints its port. */
final class UploadProcess {
    private static final long MAX = 4L << 30;
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: U, version: '1'}
            paths:
              /files:
                post:
                  operationId: upload
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          required: [file]
                          properties: {file: {type: string, format: binary}}
                  responses:
                    '200': {description: ok, content: {text/plain: {schema: {type: string}}}}
                    default: {description: refused}
            """;

    private UploadProcess() {}

    public static void main(String[] directory) throws IOException {
        WritServer server = Writ.contract(ContractReader.parse("uploads.yaml", CONTRACT))
                .on("upload", UploadProcess::count)
                .uploads(UploadLimits.DEFAULT.withSize(MAX).withPartSize(MAX).withDirectory(Path.of(directory[0])))
                .listen("127.0.0.1", 0)
                .start();
        System.out.println(server.uri().getPort());
    }

    private static String count(OperationRequest request) throws IOException {
        FilePart file = request.files("file").get(0);
        long sum = 0;
        try (InputStream octets = file.open()) {
            byte[] piece = new byte[1 << 16];
            for (int read = octets.read(piece); read >= 0; read = octets.read(piece)) {
                sum += read;
            }
        }
        return file.size() + " " + sum;
    }
}
