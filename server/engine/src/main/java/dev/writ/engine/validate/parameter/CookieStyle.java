package dev.writ.engine.validate.parameter;

/**
 * {@code style: form} in cookies. What is exploded stands in cookies of its own ({@code color=blue; color=black}) or, as
 * the specification writes it, in one ({@code color=blue&color=black}).
 */
record CookieStyle(FormStyle form) implements StyleReader {

    @Override
    public Reading read(Sent sent, Kind kind) {
        return form.explode() && kind != Kind.PRIMITIVE
                ? form.read(sent.withCookies(sent.cookies().cutAtAmpersands()), kind)
                : form.read(sent, kind);
    }
}
