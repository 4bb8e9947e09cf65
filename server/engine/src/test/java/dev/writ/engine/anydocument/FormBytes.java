package dev.writ.engine.anydocument;

import dev.writ.engine.anydocument.ParameterWriter.Pair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A form as octets (RFC 1866, section 8.2.1, RFC 2046, section 5.1, and RFC 7578). */
final class FormBytes {
    static final String BOUNDARY = "----formBoundary7MA4YWxk";

    private final Random random;

    FormBytes(Random random) {
        this.random = random;
    }

    void putInto(Draft draft, SentForm form) {
        if (FormTypes.isUrlEncoded(form.type())) {
            draft.setBody(form.type(), urlEncoded(form).getBytes(StandardCharsets.UTF_8));
        } else {
            draft.setBody(contentType(form), multipart(form, "\r\n--" + BOUNDARY + "--\r\n"));
        }
    }

    String contentType(SentForm form) {
        return form.type() + "; boundary=" + (random.nextBoolean() ? BOUNDARY : '"' + BOUNDARY + '"');
    }

    String urlEncoded(SentForm form) {
        List<String> fields = new ArrayList<>();
        for (FormPart part : form.parts()) {
            String text = Octets.text(part.octets());
            Pair pair =
                    part.styled().orElseGet(() -> new Pair(encode(part.name().orElseThrow()), encode(text)));
            fields.add(pair.name() + "=" + pair.value());
        }
        return String.join("&", fields);
    }

    private String encode(String text) {
        String encoded = ParameterWriter.encode(text);
        return random.nextBoolean() ? encoded.replace("%20", "+") : encoded;
    }

    /** @param end what comes after the last part */
    byte[] multipart(SentForm form, String end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(random.nextInt(4) == 0 ? "a preamble\r\n" : "");
        for (int i = 0; i < form.parts().size(); i++) {
            FormPart part = form.parts().get(i);
            head.append(i == 0 ? "--" : "\r\n--").append(BOUNDARY).append("\r\n");
            if (part.name().isPresent() || FormTypes.isFormData(form.type())) {
                head.append("Content-Disposition: form-data");
                part.name()
                        .ifPresent(name -> head.append("; name=\"").append(name).append('"'));
                part.fileName()
                        .ifPresent(name ->
                                head.append("; filename=\"").append(name).append('"'));
                head.append("\r\n");
            }
            part.contentType()
                    .ifPresent(
                            type -> head.append("Content-Type: ").append(type).append("\r\n"));
            for (Map.Entry<String, String> field : part.headers().entrySet()) {
                head.append(field.getKey())
                        .append(": ")
                        .append(field.getValue())
                        .append("\r\n");
            }
            bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(Octets.bytes(part.octets()));
            head.setLength(0);
        }
        String last = form.parts().isEmpty() ? end.replaceFirst("^\r\n", "") : end;
        bytes.writeBytes((head + last).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
