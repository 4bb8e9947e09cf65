package dev.writ.engine.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Host and port as {@code Host} has them (RFC 9110, section 7.2), without user information. */
public final class Authority {
    private static final String NAME = "(?:[A-Za-z0-9._~!$&'()*+;=-]|%[0-9A-Fa-f]{2}){1,255}";
    private static final Pattern FORM = Pattern.compile("(?:" + NAME + "|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{0,5})?");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");

    private static final Remembered<Boolean> JUDGED = new Remembered<>(Authority::judge);

    private Authority() {}

    public static boolean isOne(String text) {
        return JUDGED.of(text);
    }

    private static boolean judge(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        try {
            return new URI("http://" + text + "/").getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Of an authority. */
    static boolean hasPort(String authority) {
        return PORT.matcher(authority).find();
    }

    /** An authority with another port, which is left out where the scheme has it anyway. */
    static String withPort(String authority, int port, String scheme) {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return authority.replaceFirst(":[0-9]*$", "") + (usual ? "" : ":" + port);
    }
}
