package dev.writ.benchmark.http.contestant;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Holds what the resource answers until networknt has judged it. The errors of the filters, which are maps, are not its. */
@SuppressWarnings("NullAway.Init")
final class AnswerInterceptor implements WriterInterceptor {
    private final ObjectMapper mapper = new ObjectMapper();
    private final OrderSchemas schemas;

    @Context
    private ResourceInfo matched;

    AnswerInterceptor(OrderSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        if (answer.getEntity() instanceof Map) {
            answer.proceed();
            return;
        }
        OutputStream network = answer.getOutputStream();
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        answer.setOutputStream(held);
        answer.proceed();
        byte[] content = held.toByteArray();
        String method = matched.getResourceMethod().getName();
        if (!schemas.answer(method).validate(mapper.readTree(content)).isEmpty()) {
            throw new InternalServerErrorException("an answer that is not what the contract says");
        }
        answer.setOutputStream(network);
        network.write(content);
    }
}
