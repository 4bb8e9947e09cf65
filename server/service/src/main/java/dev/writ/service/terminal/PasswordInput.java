package dev.writ.service.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A new password from whoever runs a command: asked for twice at a terminal, else the first line of standard input. */
public final class PasswordInput {
    /** Far more than a password may have, far less than memory. */
    private static final int LONGEST_LINE = 10_000;

    private final Optional<Console> terminal;
    private final InputStream input;

    PasswordInput(Optional<Console> terminal, InputStream input) {
        this.terminal = terminal;
        this.input = input;
    }

    /** That of this process. */
    public static PasswordInput ofProcess() {
        return new PasswordInput(Terminal.console(), System.in);
    }

    /**
     * Waits for it.
     *
     * @throws UncheckedIOException if there is none, or the two differ; the message of its cause is for the person
     */
    public String read() {
        try {
            return terminal.isPresent() ? prompt(terminal.get()) : line();
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(new IOException("The password on standard input is not UTF-8.", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String prompt(Console console) throws IOException {
        char[] first = console.readPassword("New password: ");
        char[] second = console.readPassword("Once more: ");
        if (first == null || second == null) {
            throw new IOException("No password was given.");
        }
        if (!Arrays.equals(first, second)) {
            throw new IOException("The two passwords differ.");
        }
        return new String(first);
    }

    private String line() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8.newDecoder()));
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c != '\n' && line.length() < LONGEST_LINE; c = reader.read()) {
            if (c < 0 && line.length() == 0) {
                throw new IOException("No password was given on standard input.");
            }
            if (c < 0) {
                break;
            }
            line.append((char) c);
        }
        boolean carriageReturn = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
        return line.substring(0, line.length() - (carriageReturn ? 1 : 0));
    }
}
