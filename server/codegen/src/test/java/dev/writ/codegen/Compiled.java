package dev.writ.codegen;

import java.util.List;

/** Whether it compiled, and what the compiler had to say. */
record Compiled(boolean success, List<String> messages) {
    void orFail() {
        if (!success) {
            throw new AssertionError(String.join("\n", messages));
        }
    }
}
