package dev.writ.codegen;

import java.util.List;

/** Breaks lists that do not fit into a line. */
final class Wrapping {
    private static final int WIDTH = 120;
    private static final String STATEMENT = "        ";

    private Wrapping() {}

    /** {@code condition ? yes : no}, after {@code start}. */
    static String choice(String start, String condition, String yes, String no) {
        String line = start + condition + " ? " + yes + " : " + no + ";";
        if (STATEMENT.length() + line.length() <= WIDTH) {
            return line;
        }
        String next = "\n" + STATEMENT + STATEMENT;
        return start + condition + next + "? " + yes + next + ": " + no + ";";
    }

    /** On one line if it ends before the margin, which it starts {@code column} characters from the left. */
    static String list(List<String> items, int column, String indent) {
        String line = String.join(", ", items);
        if (column + line.length() + 3 <= WIDTH) {
            return line;
        }
        StringBuilder text = new StringBuilder();
        int end = WIDTH;
        for (String item : items) {
            if (end + item.length() + 3 > WIDTH) {
                text.append(text.isEmpty() ? "\n" : ",\n").append(indent);
                end = indent.length();
            } else {
                text.append(", ");
                end += 2;
            }
            text.append(item);
            end += item.length();
        }
        return text.toString();
    }
}
