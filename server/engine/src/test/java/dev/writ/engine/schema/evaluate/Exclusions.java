package dev.writ.engine.schema.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The tests of the JSON Schema Test Suite that are not ours to pass, each with its reason: by file, or by file and group. */
final class Exclusions {
    private static final String ONE_SCHEMA = "items of OpenAPI 3.0 is one schema, and there is no additionalItems";
    private static final String NO_PATTERNS = "OpenAPI 3.0 has no patternProperties";
    private static final String NO_ID = "OpenAPI 3.0 has no id: references are relative to the document";

    static final Map<String, String> NONE = Map.of();

    static final Map<String, String> OPTIONAL = Map.of(
            "cross-draft", "schemas of other drafts are faults of the contract",
            "dependencies-compatibility",
                    "2020-12 has dependentRequired and dependentSchemas in its place; a contract with it is warned of");

    static final Map<String, String> DRAFT_4 = Map.ofEntries(
            Map.entry("additionalItems", ONE_SCHEMA),
            Map.entry("items/an array of schemas for items", ONE_SCHEMA),
            Map.entry("items/items and subitems", ONE_SCHEMA),
            Map.entry("items/array-form items with null instance elements", ONE_SCHEMA),
            Map.entry("ref/relative pointer ref to array", ONE_SCHEMA),
            Map.entry("uniqueItems/uniqueItems with an array of items", ONE_SCHEMA),
            Map.entry("uniqueItems/uniqueItems with an array of items and additionalItems=false", ONE_SCHEMA),
            Map.entry("uniqueItems/uniqueItems=false with an array of items", ONE_SCHEMA),
            Map.entry("uniqueItems/uniqueItems=false with an array of items and additionalItems=false", ONE_SCHEMA),
            Map.entry("patternProperties", NO_PATTERNS),
            Map.entry(
                    "additionalProperties/additionalProperties being false does not allow other properties",
                    NO_PATTERNS),
            Map.entry("additionalProperties/non-ASCII pattern with additionalProperties", NO_PATTERNS),
            Map.entry("properties/properties, patternProperties, additionalProperties interaction", NO_PATTERNS),
            Map.entry("dependencies", "OpenAPI 3.0 has no dependencies"),
            Map.entry("ref/$ref prevents a sibling id from changing the base uri", NO_ID),
            Map.entry("ref/Recursive references between schemas", NO_ID),
            Map.entry("ref/Location-independent identifier", NO_ID),
            Map.entry("ref/Location-independent identifier with base URI change in subschema", NO_ID),
            Map.entry("ref/id must be resolved against nearest parent, not just immediate parent", NO_ID),
            Map.entry("refRemote/base URI change", NO_ID),
            Map.entry("refRemote/base URI change - change folder", NO_ID),
            Map.entry("refRemote/base URI change - change folder in subschema", NO_ID),
            Map.entry("refRemote/root ref in remote ref", NO_ID),
            Map.entry("refRemote/Location-independent identifier in remote ref", NO_ID));

    private Exclusions() {}

    static boolean keeps(Map<String, String> exclusions, String file, JsonNode group) {
        return !exclusions.containsKey(file)
                && !exclusions.containsKey(file + "/" + group.get("description").asText());
    }
}
