package dev.writ.engine.jersey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.engine.core.Call;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Parameter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.uri.UriComponent;

/**
 * Lets {@code @QueryParam} and {@code @HeaderParam} see the contract's defaults, as if the client had sent them. Objects and
 * cookies are left alone.
 */
final class Defaults {
    private Defaults() {}

    static void apply(Call call, ContainerRequest container) {
        StringBuilder query = new StringBuilder();
        Set<String> sent =
                UriComponent.decodeQuery(container.getRequestUri(), true).keySet();
        for (Parameter parameter : call.operation().parameters()) {
            List<String> values = call.arguments()
                    .value(parameter)
                    .map(value -> texts(parameter, value))
                    .orElse(List.of());
            if (parameter.in() == In.QUERY && !sent.contains(parameter.name())) {
                values.forEach(value -> query.append('&')
                        .append(encoded(parameter.name()))
                        .append('=')
                        .append(encoded(value)));
            }
            if (parameter.in() == In.HEADER
                    && container.getHeaderString(parameter.name()) == null
                    && !values.isEmpty()) {
                container.getHeaders().putSingle(parameter.name(), String.join(",", values));
            }
        }
        if (!query.isEmpty()) {
            container.setRequestUri(container.getBaseUri(), with(query.toString(), container.getRequestUri()));
        }
    }

    private static URI with(String query, URI uri) {
        String before = uri.toString();
        int fragment = before.indexOf('#');
        String whole = fragment < 0 ? before : before.substring(0, fragment);
        return URI.create(uri.getRawQuery() == null ? whole + "?" + query.substring(1) : whole + query);
    }

    private static List<String> texts(Parameter parameter, JsonNode value) {
        if (value.isObject()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(value.asText());
        }
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText()));
        boolean repeated = parameter.in() == In.QUERY
                && parameter.serialization().fold(styled -> styled.explode(), content -> false);
        return repeated ? items : List.of(items.stream().collect(Collectors.joining(",")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
