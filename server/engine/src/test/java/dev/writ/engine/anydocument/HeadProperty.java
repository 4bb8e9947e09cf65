package dev.writ.engine.anydocument;

import dev.writ.engine.anydocument.ParameterWriter.Pair;
import dev.writ.engine.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What is wrong with a request whatever its values are, and the status that HTTP has for it. */
final class HeadProperty {
    private static final byte[] NOT_UTF_8 = {'"', (byte) 0xC3, 0x28, '"'};

    private final Subject subject;
    private final Templates templates;
    private final Summary summary;

    HeadProperty(Subject subject, Templates templates, Summary summary) {
        this.subject = subject;
        this.templates = templates;
        this.summary = summary;
    }

    void check(Draft valid, Verdicts verdicts) {
        missingParameters(valid, verdicts);
        method(valid, verdicts);
        path(valid, verdicts);
        if (!SecurityMaker.isOpen(valid.operation)) {
            Draft draft = valid.copy();
            draft.headers.remove("Authorization");
            draft.headers.values().removeIf(value -> value.equals("key-123"));
            draft.query.removeIf(pair -> pair.value().equals("key-123"));
            draft.cookies.removeIf(pair -> pair.value().equals("key-123"));
            expect("no credentials", 401, draft, verdicts).ifPresent(response -> {
                if (response.headers().first("WWW-Authenticate").isEmpty()) {
                    verdicts.disagree("no WWW-Authenticate", draft, response);
                }
            });
        }
        accept(valid, verdicts);
        if (valid.operation.body().isPresent()) {
            body(valid, valid.operation.body().get(), verdicts);
        }
        escapes(valid, verdicts);
    }

    private void missingParameters(Draft valid, Verdicts verdicts) {
        for (Spec.Parameter parameter : valid.operation.parameters()) {
            if (parameter.required() && !parameter.in().equals("path")) {
                Draft draft = valid.copy();
                draft.remove(parameter);
                Broken broken = new Broken(valid.values.get(parameter), "", "required", parameter.toString(), true);
                summary.count("broken heads");
                verdicts.refuses(parameter.in(), Optional.of(parameter.name()), broken, draft, subject.send(draft));
            }
        }
    }

    private void method(Draft valid, Verdicts verdicts) {
        Set<String> known = templates.methods(valid.path());
        for (String method : List.of("DELETE", "PATCH", "PUT", "POST", "GET")) {
            if (!known.contains(method)) {
                Draft draft = valid.copy();
                draft.method = method;
                expect("a method that is not declared", 405, draft, verdicts).ifPresent(response -> {
                    String allow = response.headers().combined("Allow").orElse("");
                    if (!List.of(allow.split(", *", -1)).contains(valid.operation.method())) {
                        verdicts.disagree("Allow is '" + allow + "'", draft, response);
                    }
                });
                return;
            }
        }
    }

    private void path(Draft valid, Verdicts verdicts) {
        Draft draft = valid.copy();
        String unknown = valid.base + "/no/such/path/zz9/zz9/zz9/zz9/zz9/zz9/zz9";
        draft.otherPath = Optional.of(unknown);
        if (!templates.isKnown(unknown)) {
            expect("an unknown path", 404, draft, verdicts);
        }
    }

    private void accept(Draft valid, Verdicts verdicts) {
        boolean judged = false;
        for (var entry : valid.operation.responses().entrySet()) {
            if (entry.getKey().startsWith("2")) {
                Set<String> types = entry.getValue().content().keySet();
                judged = !types.isEmpty();
                if (!judged || types.stream().anyMatch(type -> type.startsWith("*/") || type.startsWith("text/"))) {
                    return;
                }
            }
        }
        if (judged) {
            Draft draft = valid.copy();
            draft.headers.put("Accept", "text/x-nothing");
            expect("an Accept that nothing suits", 406, draft, verdicts);
        }
    }

    private void body(Draft valid, Spec.Body body, Verdicts verdicts) {
        Draft large = valid.copy();
        large.setBody(valid.headers.getOrDefault("Content-Type", "application/json"), new byte[0]);
        large.declaredLength = OptionalLong.of(Subject.MAX_BODY + 1L);
        expect("a body that is too large", 413, large, verdicts);
        if (body.required()) {
            Draft draft = valid.copy();
            draft.body = Optional.empty();
            draft.headers.remove("Content-Type");
            Broken broken = new Broken(
                    com.fasterxml.jackson.databind.node.MissingNode.getInstance(), "", "required", "requestBody", true);
            summary.count("broken heads");
            verdicts.refuses("body", Optional.empty(), broken, draft, subject.send(draft));
        }
        boolean anyType = body.content().keySet().stream()
                .anyMatch(type ->
                        type.startsWith("*/") || type.toLowerCase(Locale.ROOT).startsWith("text/"));
        if (valid.body.isPresent() && !anyType) {
            Draft draft = valid.copy();
            draft.headers.put("Content-Type", "text/x-nothing");
            expect("a media type that is not taken", 415, draft, verdicts);
        }
        if (valid.json.isPresent()) {
            for (byte[] bytes : List.of(
                    "{\"a\":".getBytes(StandardCharsets.UTF_8),
                    "{\"a\": 1, \"a\": 2}".getBytes(StandardCharsets.UTF_8),
                    NOT_UTF_8)) {
                Draft draft = valid.copy();
                draft.body = Optional.of(bytes);
                expect("a body that is no JSON", 400, draft, verdicts);
            }
        }
    }

    /** Half an escape is no text, in whatever parameter it stands. */
    private void escapes(Draft valid, Verdicts verdicts) {
        for (Spec.Parameter parameter : valid.values.keySet()) {
            Draft draft = valid.copy();
            if (parameter.in().equals("path")) {
                draft.variables.put(parameter.name(), "%zz");
            } else if (parameter.in().equals("query")
                    && parameter.style().equals("form")
                    && !valid.values.get(parameter).isObject()) {
                draft.remove(parameter);
                draft.query.add(new Pair(ParameterWriter.encode(parameter.name()), "%zz"));
            } else if (parameter.in().equals("querystring")) {
                draft.wholeQuery = Optional.of("%zz");
            } else {
                continue;
            }
            expect("half an escape in " + parameter, 400, draft, verdicts);
        }
    }

    private Optional<Response> expect(String what, int status, Draft draft, Verdicts verdicts) {
        summary.count("broken heads");
        Response response = subject.send(draft);
        return verdicts.isProblem(what, status, draft, response) ? Optional.of(response) : Optional.empty();
    }
}
