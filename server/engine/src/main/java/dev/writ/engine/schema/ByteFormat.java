package dev.writ.engine.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.regex.Pattern;

/** {@code byte}: base64 with its padding, and nothing else (RFC 4648, section 4). */
final class ByteFormat implements Format {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

    @Override
    public String getName() {
        return "byte";
    }

    @Override
    public boolean matches(ExecutionContext executionContext, String value) {
        return value.length() % 4 == 0 && BASE64.matcher(value).matches();
    }
}
