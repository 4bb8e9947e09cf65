package dev.writ.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {
    /** A bar stands before what is {@code filename*}. RFC 6266, section 5, and RFC 8187, section 3.2.3, have the euro. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "example.html; example.html",
                "an example.html; an example.html",
                "€ rates; _ rates|%E2%82%AC%20rates",
                "£ and € rates; _ and _ rates|%C2%A3%20and%20%E2%82%AC%20rates",
                "Übersicht.pdf; Ubersicht.pdf|%C3%9Cbersicht.pdf",
                "U\u0308bersicht.pdf; Ubersicht.pdf|%C3%9Cbersicht.pdf",
                "文件.pdf; __.pdf|%E6%96%87%E4%BB%B6.pdf",
                "😀.png; _.png|%F0%9F%98%80.png",
                "50%25.txt; 50_25.txt|50%2525.txt",
                "it's (1).txt; it's (1).txt",
                "../../etc/passwd; passwd",
                "C:\\Windows\\system32\\cmd.exe; cmd.exe",
                "/; download",
                "'..'; download",
                "'.htaccess'; htaccess",
                "'a. . '; a",
                "'\"; filename=evil.exe'; '_; filename=evil.exe'",
                "a\"b.txt; a_b.txt",
                "a<b>c:d|e?f*g; a_b_c_d_e_f_g",
                "'a\r\nSet-Cookie: x=y.txt'; aSet-Cookie_ x=y.txt",
                "a\u0000b\u001bc\u007fd\u0085e; abcde",
                "invoice\u202Efdp.exe; invoicefdp.exe",
                "a\u2066b\u2069c\u200Ed\u061Ce; abcde",
                "a\u200Bb\uFEFFc\u2028d; abcd",
                "\uD800x.txt; x.txt",
                "CON; _CON",
                "nul.txt; _nul.txt",
                "com1.tar.gz; _com1.tar.gz",
                "console.log; console.log",
                "cón; _con|c%C3%B3n",
                "\u0301.txt; txt|%CC%81.txt",
                "\u0301; download|%CC%81",
                "'\u00A0\u3000a'; a",
            })
    void names_are_made_safe(String name, String expected) {
        String[] both = expected.split("\\|", 2);
        String extended = both.length == 2 ? "; filename*=UTF-8''" + both[1] : "";
        assertThat(ContentDisposition.attachment(name))
                .hasToString("attachment; filename=\"" + both[0] + '"' + extended);
        assertThat(ContentDisposition.inline(name)).hasToString("inline; filename=\"" + both[0] + '"' + extended);
    }

    @Test
    void a_name_need_not_be_given() {
        assertThat(ContentDisposition.attachment()).hasToString("attachment");
        assertThat(ContentDisposition.attachment("")).hasToString("attachment; filename=\"download\"");
    }

    @Test
    void a_long_name_keeps_its_extension() {
        assertThat(ContentDisposition.attachment("a".repeat(1000) + ".tar.gz"))
                .hasToString("attachment; filename=\"" + "a".repeat(147) + ".gz\"");
        assertThat(ContentDisposition.attachment("a." + "b".repeat(1000)).toString())
                .hasSize(150 + 23);
        assertThat(ContentDisposition.attachment("😀".repeat(1000) + ".png").toString())
                .hasSizeLessThan(2200);
    }

    @Test
    void whatever_it_is_called_it_is_one_field_of_ascii() {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            String name = new String(bytes, i % 2 == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
            assertThat(ContentDisposition.attachment(name).toString())
                    .matches("attachment; filename=\"[^\"\\\\/%\\x00-\\x1F\\x7F-\\uFFFF]+\""
                            + "(?:; filename\\*=UTF-8''(?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+)?");
        }
    }
}
