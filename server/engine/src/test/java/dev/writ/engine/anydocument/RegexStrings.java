package dev.writ.engine.anydocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Strings that most likely match a regular expression of ECMA-262; what it looks ahead for is not considered. */
final class RegexStrings {
    private final String regex;
    private final Random random;
    private final int length;
    private int at;

    private RegexStrings(String regex, Random random, int length) {
        this.regex = regex;
        this.random = random;
        this.length = length;
    }

    /**
     * Makes one.
     *
     * @param length about how long it should become, where the expression leaves that open
     */
    static String of(String regex, Random random, int length) throws Unsatisfiable {
        try {
            return new RegexStrings(regex, random, length).alternatives();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new Unsatisfiable("cannot read the pattern " + regex);
        }
    }

    private String alternatives() {
        List<String> all = new ArrayList<>();
        StringBuilder sequence = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != ')') {
            if (regex.charAt(at) == '|') {
                at++;
                all.add(sequence.toString());
                sequence.setLength(0);
            } else {
                repeated(sequence);
            }
        }
        all.add(sequence.toString());
        return all.get(random.nextInt(all.size()));
    }

    private void repeated(StringBuilder into) {
        int start = at;
        String first = atom();
        int end = at;
        int least = 1;
        int most = 1;
        if (at < regex.length()) {
            char c = regex.charAt(at);
            int close = c == '{' ? regex.indexOf('}', at) : -1;
            if (c == '*' || c == '+' || c == '?') {
                least = c == '+' ? 1 : 0;
                most = c == '?' ? 1 : Math.max(1, length);
                at++;
            } else if (close > 0 && regex.substring(at + 1, close).matches("\\d+(,\\d*)?")) {
                String[] bounds = regex.substring(at + 1, close).split(",", -1);
                least = Integer.parseInt(bounds[0]);
                most = bounds.length == 1 ? least : bounds[1].isEmpty() ? least + length : Integer.parseInt(bounds[1]);
                at = close + 1;
            }
            if (at < regex.length() && end != at && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
                at++;
            }
        }
        int after = at;
        int count = least + random.nextInt(Math.max(1, Math.min(most, Math.max(least, length)) - least + 1));
        for (int i = 0; i < count; i++) {
            at = start;
            into.append(i == 0 ? first : atom());
        }
        at = after;
    }

    private String atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> pick(RegexCharacters.PRINTABLE);
            case '(' -> group();
            case '[' -> pick(charClass());
            case '\\' -> escape();
            default -> String.valueOf(c);
        };
    }

    private String group() {
        boolean nothing = false;
        if (regex.charAt(at) == '?') {
            char kind = regex.charAt(at + 1);
            boolean behind = kind == '<' && (regex.charAt(at + 2) == '=' || regex.charAt(at + 2) == '!');
            nothing = kind == '=' || kind == '!' || behind;
            at = kind == '<' && !behind ? regex.indexOf('>', at) + 1 : at + (behind ? 3 : 2);
            if (!nothing && kind != ':' && kind != '<') {
                at = regex.indexOf(':', at) + 1;
            }
        }
        String inner = alternatives();
        at++;
        return nothing ? "" : inner;
    }

    private String charClass() {
        boolean negated = regex.charAt(at) == '^';
        if (negated) {
            at++;
        }
        StringBuilder members = new StringBuilder();
        while (regex.charAt(at) != ']') {
            String from = regex.charAt(at) == '\\' ? classEscape() : single();
            if (from.length() == 1 && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
                at++;
                String to = regex.charAt(at) == '\\' ? classEscape() : single();
                for (char c = from.charAt(0); to.length() == 1 && c <= to.charAt(0) && members.length() < 300; c++) {
                    members.append(c);
                }
            } else {
                members.append(from);
            }
        }
        at++;
        if (!negated) {
            return members.toString();
        }
        return RegexCharacters.without(members.toString());
    }

    private String single() {
        return String.valueOf(regex.charAt(at++));
    }

    private String classEscape() {
        at++;
        return escaped();
    }

    private String escape() {
        char c = regex.charAt(at);
        if (c == 'b' || c == 'B' || (Character.isDigit(c) && c != '0')) {
            at++;
            return "";
        }
        return pick(escaped());
    }

    /** The characters that an escape stands for; behind the backslash. */
    private String escaped() {
        char c = regex.charAt(at++);
        return switch (c) {
            case 'd' -> RegexCharacters.DIGITS;
            case 'w' -> RegexCharacters.WORD;
            case 's' -> " ";
            case 'D', 'S' -> RegexCharacters.WORD.substring(0, 52);
            case 'W' -> " .-!";
            case 't' -> "\t";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 'f' -> "\f";
            case 'v' -> "\u000b";
            case '0' -> "\0";
            case 'x' -> code(2);
            case 'u' -> regex.charAt(at) == '{' ? braced() : code(4);
            case 'p' -> property();
            case 'P' -> property().contains("a") ? RegexCharacters.DIGITS : RegexCharacters.WORD.substring(0, 52);
            default -> String.valueOf(c);
        };
    }

    private String code(int digits) {
        String text = regex.substring(at, at + digits);
        at += digits;
        return String.valueOf((char) Integer.parseInt(text, 16));
    }

    private String braced() {
        int close = regex.indexOf('}', at);
        String text = regex.substring(at + 1, close);
        at = close + 1;
        return Character.toString(Integer.parseInt(text, 16));
    }

    private String property() {
        if (regex.charAt(at) != '{') {
            return single().equals("N") ? RegexCharacters.DIGITS : RegexCharacters.ofProperty("L");
        }
        int close = regex.indexOf('}', at);
        String name = regex.substring(at + 1, close);
        at = close + 1;
        return RegexCharacters.ofProperty(name);
    }

    private String pick(String characters) {
        return characters.isEmpty() ? "" : String.valueOf(characters.charAt(random.nextInt(characters.length())));
    }
}
