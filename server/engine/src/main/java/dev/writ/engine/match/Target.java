package dev.writ.engine.match;

import dev.writ.engine.model.Operation;
import dev.writ.engine.model.PathTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation under one of its base paths.
 *
 * @param baseLength how many segments the base path has; their variables are nobody's parameters
 */
record Target(Operation operation, int baseLength) {

    Map<String, String> values(RequestPath path) {
        List<PathTemplate.Segment> segments = operation.path().segments();
        Map<String, String> values = Map.of();
        for (int i = 0; i < segments.size(); i++) {
            PathTemplate.Segment segment = segments.get(i);
            if (segment.isLiteral()) {
                continue;
            }
            String raw = path.raw(baseLength + i);
            if (values.isEmpty()) {
                values = new HashMap<>(4);
            }
            if (segment.isVariable()) {
                values.put(segment.variables().get(0), raw);
            } else {
                MixedSegment.read(segment, raw, path.decoded(baseLength + i), values);
            }
        }
        return values;
    }
}
