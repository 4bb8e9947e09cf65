package dev.writ.engine.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** JSON values as YAML that readers of version 1.1 and 1.2 take for the same. */
final class YamlWriter {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(120)
            .build();

    /** What YAML 1.1 reads as something else than text: yes and no, numbers with colons or a leading zero, dates. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~|=|<<|[-+.]?[0-9][0-9a-fx_:.,eT Z+-]*");

    private YamlWriter() {}

    static String of(JsonNode value) {
        return new Dump(SETTINGS, new Representer()).dumpToString(plain(value));
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> map.put(member.getKey(), plain(member.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? node.bigIntegerValue() : new Decimal(node.asText());
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() ? null : node.asText();
    }

    /** Written as JSON has it. */
    private record Decimal(String text) {}

    private static final class Representer extends StandardRepresenter {
        Representer() {
            super(SETTINGS);
            representers.put(
                    Decimal.class,
                    number -> super.representScalar(Tag.FLOAT, ((Decimal) number).text(), ScalarStyle.PLAIN));
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            boolean ambiguous = tag.equals(Tag.STR) && AMBIGUOUS.matcher(value).matches();
            return super.representScalar(tag, value, ambiguous ? ScalarStyle.DOUBLE_QUOTED : style);
        }
    }
}
