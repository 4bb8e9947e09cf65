package dev.writ.engine.anydocument;

import dev.writ.engine.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Forms that are none, and parts that their Encoding Object forbids; and that nothing is answered with a 5xx. */
final class HostileForms {
    private static final int MUTATIONS = 8;
    private static final String NO_UTF_8 = "a\u00e4b";
    private static final String END = "\r\n--" + FormBytes.BOUNDARY + "--\r\n";

    private final Draft valid;
    private final SentForm form;
    private final Spec.Media media;
    private final Random random;
    private final FormBytes bytes;
    private final Subject subject;
    private final Summary summary;
    private final Verdicts verdicts;

    HostileForms(Draft valid, Spec.Media media, Random random, Subject subject, Summary summary, Verdicts verdicts) {
        this.valid = valid;
        this.form = valid.form.orElseThrow();
        this.media = media;
        this.random = random;
        this.bytes = new FormBytes(random);
        this.subject = subject;
        this.summary = summary;
        this.verdicts = verdicts;
    }

    void send() {
        Map<String, byte[]> bodies = FormTypes.isUrlEncoded(form.type()) ? fields() : syntax();
        bodies.forEach((what, body) -> refused(what, form.type() + boundary(), body));
        if (!boundary().isEmpty()) {
            byte[] body = valid.body.orElseThrow();
            refused("no boundary", form.type(), body);
            refused("a boundary that is too long", form.type() + "; boundary=" + "x".repeat(71), body);
            forms().forEach((what, other) -> refused(what, form.type() + boundary(), bytes.multipart(other, END)));
        }
        for (int i = 0; i < MUTATIONS; i++) {
            mutation();
        }
    }

    private String boundary() {
        return FormTypes.isMultipart(form.type()) ? "; boundary=" + FormBytes.BOUNDARY : "";
    }

    private void refused(String what, String type, byte[] body) {
        boolean required = valid.operation.body().orElseThrow().required();
        if (body.length == 0 && !required) {
            // That is no form at all, and none is asked for.
            return;
        }
        Draft draft = valid.copy();
        draft.setBody(type, body);
        draft.form = Optional.empty();
        summary.count("hostile forms");
        Response response = subject.send(draft);
        verdicts.isProblem(what, 400, draft, response);
    }

    private Map<String, byte[]> fields() {
        String text = bytes.urlEncoded(form);
        String more = text.isEmpty() ? "" : "&";
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (String broken : List.of("%", "zz%4", "%zz=1", "a=%C3%28", "zz=%u00e4", "%FF=1")) {
            bodies.put("half an escape, or one of no character: " + broken, utf8(text + more + broken));
        }
        if (!text.isEmpty()) {
            bodies.put("half an escape at the end", utf8(text + "%2"));
        }
        return bodies;
    }

    private Map<String, byte[]> syntax() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        String open = "\r\n--" + FormBytes.BOUNDARY + "\r\n";
        bodies.put("no end", bytes.multipart(form, ""));
        bodies.put("no end but one more part", bytes.multipart(form, open));
        bodies.put("a head without an end", bytes.multipart(form, open + "Content-Type: text/plain\r\n" + END));
        bodies.put("a field without a colon", bytes.multipart(form, open + "nonsense\r\n\r\n1" + END));
        bodies.put("nothing at all", utf8("nothing"));
        if (FormTypes.isFormData(form.type())) {
            bodies.put("a part without a disposition", bytes.multipart(form, open + "\r\n1" + END));
            bodies.put(
                    "a part of another disposition",
                    bytes.multipart(form, open + "Content-Disposition: attachment; name=\"a\"\r\n\r\n1" + END));
            bodies.put(
                    "a name without an end",
                    bytes.multipart(form, open + "Content-Disposition: form-data; name=\"a\r\n\r\n1" + END));
        }
        return bodies;
    }

    /** Forms in which one part is not as it must be. */
    private Map<String, SentForm> forms() {
        Map<String, SentForm> forms = new LinkedHashMap<>();
        for (FormPart part : form.parts()) {
            String at = " at " + part.pointer();
            if (part.name().isPresent() && FormTypes.isFormData(form.type())) {
                forms.put("no name" + at, form.with(part, part.withName(Optional.empty())));
            }
            if (part.kind() == FormKind.PARTS) {
                forms.put(
                        "parts without an end" + at, form.with(part, part.withOctets(InnerParts.open(part.octets()))));
                forms.put("no parts" + at, form.with(part, part.withOctets("nothing")));
                forms.put("parts without a boundary" + at, form.with(part, part.withType("multipart/mixed")));
            }
            if (part.kind() == FormKind.JSON) {
                forms.put("octets in place of JSON" + at, form.with(part, part.withOctets(NO_UTF_8)));
                forms.put("half a JSON text" + at, form.with(part, part.withOctets("{\"a\":")));
            }
            if (part.kind() == FormKind.TEXT && part.styled().isEmpty()) {
                FormPart typed = part.withType("text/plain; charset=utf-8").withOctets(NO_UTF_8);
                forms.put("a text that is no UTF-8" + at, form.with(part, typed));
            }
            encodings(part, at, forms);
        }
        return forms;
    }

    private void encodings(FormPart part, String at, Map<String, SentForm> forms) {
        Spec.Encoding encoding = media.encodings().getOrDefault(part.name().orElse(""), Spec.Encoding.NONE);
        if (!encoding.contentTypes().isEmpty()) {
            for (String type : forbidden(encoding.contentTypes())) {
                forms.put(type + ", which the encoding forbids," + at, form.with(part, part.withType(type)));
            }
        }
        for (Spec.Parameter header : encoding.headers()) {
            if (header.required() && part.headers().containsKey(header.name())) {
                TreeMap<String, String> others = new TreeMap<>(part.headers());
                others.remove(header.name());
                forms.put("no header " + header.name() + at, form.with(part, part.withHeaders(others)));
            }
            String type = header.schema().map(node -> node.text("type", "")).orElse("");
            if (Set.of("integer", "number", "boolean").contains(type)
                    && !header.name().startsWith("Content-")) {
                TreeMap<String, String> others = new TreeMap<>(part.headers());
                others.put(header.name(), "none");
                forms.put("no " + type + " as header " + header.name() + at, form.with(part, part.withHeaders(others)));
            }
        }
    }

    private static List<String> forbidden(List<String> types) {
        List<String> forbidden = new ArrayList<>();
        for (String type : List.of("application/x-forbidden", "nonsense")) {
            if (types.stream().noneMatch(each -> each.equals("*/*") || each.equals("application/*"))) {
                forbidden.add(type);
            }
        }
        return forbidden;
    }

    /** Some octets are others, or the end is missing: it may be valid still. */
    private void mutation() {
        byte[] body = valid.body.orElseThrow().clone();
        if (body.length == 0) {
            return;
        }
        if (random.nextBoolean()) {
            body = java.util.Arrays.copyOf(body, random.nextInt(body.length));
        }
        for (int i = random.nextInt(4); i > 0 && body.length > 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        Draft draft = valid.copy();
        draft.setBody(valid.headers.get("Content-Type"), body);
        draft.form = Optional.empty();
        summary.count("mutated forms");
        Response response = subject.send(draft);
        if (response.status() >= 500 && subject.called().isEmpty()) {
            verdicts.disagree("a mutated form is answered with " + response.status(), draft, response);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
