package dev.writ.engine.schema.pattern;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands in {@code \p{...}} (ECMA-262, section 22.2.1.10): general categories, scripts, and binary properties of the JDK. */
final class UnicodeProperties {
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("Letter", "L"),
            Map.entry("Cased_Letter", "LC"),
            Map.entry("Uppercase_Letter", "Lu"),
            Map.entry("Lowercase_Letter", "Ll"),
            Map.entry("Titlecase_Letter", "Lt"),
            Map.entry("Modifier_Letter", "Lm"),
            Map.entry("Other_Letter", "Lo"),
            Map.entry("Mark", "M"),
            Map.entry("Combining_Mark", "M"),
            Map.entry("Nonspacing_Mark", "Mn"),
            Map.entry("Spacing_Mark", "Mc"),
            Map.entry("Enclosing_Mark", "Me"),
            Map.entry("Number", "N"),
            Map.entry("Decimal_Number", "Nd"),
            Map.entry("digit", "Nd"),
            Map.entry("Letter_Number", "Nl"),
            Map.entry("Other_Number", "No"),
            Map.entry("Punctuation", "P"),
            Map.entry("punct", "P"),
            Map.entry("Connector_Punctuation", "Pc"),
            Map.entry("Dash_Punctuation", "Pd"),
            Map.entry("Open_Punctuation", "Ps"),
            Map.entry("Close_Punctuation", "Pe"),
            Map.entry("Initial_Punctuation", "Pi"),
            Map.entry("Final_Punctuation", "Pf"),
            Map.entry("Other_Punctuation", "Po"),
            Map.entry("Symbol", "S"),
            Map.entry("Math_Symbol", "Sm"),
            Map.entry("Currency_Symbol", "Sc"),
            Map.entry("Modifier_Symbol", "Sk"),
            Map.entry("Other_Symbol", "So"),
            Map.entry("Separator", "Z"),
            Map.entry("Space_Separator", "Zs"),
            Map.entry("Line_Separator", "Zl"),
            Map.entry("Paragraph_Separator", "Zp"),
            Map.entry("Other", "C"),
            Map.entry("Control", "Cc"),
            Map.entry("cntrl", "Cc"),
            Map.entry("Format", "Cf"),
            Map.entry("Surrogate", "Cs"),
            Map.entry("Private_Use", "Co"),
            Map.entry("Unassigned", "Cn"));
    private static final Set<String> BINARY = Set.of(
            "Alphabetic",
            "Ideographic",
            "Lowercase",
            "Uppercase",
            "White_Space",
            "Noncharacter_Code_Point",
            "Join_Control",
            "Hex_Digit",
            "Emoji",
            "Emoji_Presentation",
            "Emoji_Modifier",
            "Emoji_Modifier_Base",
            "Emoji_Component",
            "Extended_Pictographic");
    private static final Map<String, String> RANGES =
            Map.of("ASCII", "\\x{0}-\\x{7F}", "Any", "\\x{0}-\\x{10FFFF}", "ASCII_Hex_Digit", "0-9a-fA-F");

    /**
     * One property.
     *
     * @param text as it stands in a class
     * @param backtracks whether RE2 does not know it
     */
    record Property(String text, boolean backtracks) {}

    private UnicodeProperties() {}

    /** Empty if ECMA-262 has no such property, or the engines have not. */
    static Optional<Property> find(String name, Flavour flavour) {
        int equals = name.indexOf('=');
        if (equals >= 0) {
            String value = name.substring(equals + 1);
            return switch (name.substring(0, equals)) {
                case "General_Category", "gc" -> category(value, flavour);
                case "Script", "sc", "Script_Extensions", "scx" -> script(value, flavour);
                default -> Optional.empty();
            };
        }
        if (RANGES.containsKey(name)) {
            return Optional.of(new Property(RANGES.get(name), false));
        }
        if (BINARY.contains(name)) {
            return Optional.of(new Property("\\p{Is" + name + "}", true));
        }
        return category(name, flavour);
    }

    private static Optional<Property> category(String name, Flavour flavour) {
        String shortName = CATEGORIES.getOrDefault(name, name);
        if (!CATEGORIES.containsValue(shortName)) {
            return Optional.empty();
        }
        boolean unknownToRe2 = Set.of("Cn", "LC").contains(shortName);
        return Optional.of(new Property(flavour.category(shortName), unknownToRe2));
    }

    private static Optional<Property> script(String name, Flavour flavour) {
        try {
            Character.UnicodeScript.forName(name);
            return Optional.of(new Property(flavour.script(name), false));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
