package dev.writ.engine.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.writ.api.FilePart;
import dev.writ.engine.core.Call;
import dev.writ.engine.http.Headers;
import dev.writ.engine.http.MediaType;
import dev.writ.engine.model.In;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.Parameter;
import dev.writ.engine.spi.Principal;
import dev.writ.engine.validate.ReceivedBody;
import dev.writ.engine.validate.ReceivedItems;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A request that the contract allows, as its handler sees it. Parameters are asked for by the names that the contract gives
 * them; one that was not sent has the contract's default, or is absent.
 */
public final class OperationRequest {
    private final Call call;
    private final ObjectMapper mapper;

    OperationRequest(Call call, ObjectMapper mapper) {
        this.call = call;
        this.mapper = mapper;
    }

    /**
     * A variable of the path.
     *
     * @throws IllegalArgumentException if the operation declares none of that name, as do the other three
     */
    public Value path(String name) {
        return parameter(In.PATH, name);
    }

    public Value query(String name) {
        return parameter(In.QUERY, name);
    }

    /**
     * The whole query, where the contract has it as one value (OpenAPI 3.2, {@code in: querystring}).
     *
     * @throws IllegalArgumentException if it has not
     */
    public Value querystring() {
        return parameter(In.QUERYSTRING, declared -> true, "");
    }

    /** A header field that the contract declares; {@link #headers} has the others. */
    public Value header(String name) {
        return parameter(In.HEADER, name);
    }

    public Value cookie(String name) {
        return parameter(In.COOKIE, name);
    }

    /** The content as a value; absent if none was sent, or if it is neither JSON nor text nor a form: see {@link #bytes}. */
    public Value body() {
        return new Value("body", Optional.empty(), call.arguments().body(), mapper);
    }

    /** The content as {@code type}; see {@link Value#as(Class)}. */
    public <T> T body(Class<T> type) {
        return body().as(type);
    }

    /**
     * The items of content that is a sequence of them, such as JSON Lines, bound to {@code type} one by one as they arrive;
     * none if no content was sent. What is wrong with an item is met when it is asked for: the exception is for the engine,
     * which answers it. They can be had once, and only until the request is answered.
     */
    public <T> Stream<T> items(Class<T> type) {
        Iterator<JsonNode> items = call.arguments()
                .items()
                .<Iterator<JsonNode>>map(received -> received)
                .orElse(Collections.emptyIterator());
        return new BoundItems<T>(items, mapper.readerFor(type)).stream();
    }

    /**
     * The content as it came; no bytes if none was sent.
     *
     * @throws IllegalStateException if it is multipart, which is there as {@link #body} alone
     */
    public byte[] bytes() {
        return call.arguments()
                .received()
                .map(ReceivedBody::bytes)
                .or(() -> call.arguments().items().map(ReceivedItems::bytes))
                .orElseGet(() -> new byte[0]);
    }

    /** As {@link #bytes}, for content that need not fit into memory. */
    public InputStream open() {
        return call.arguments()
                .received()
                .map(ReceivedBody::open)
                .or(() -> call.arguments().items().map(ReceivedItems::stream))
                .orElseGet(InputStream::nullInputStream);
    }

    /** The files that a form has under a name, in the order in which they came. */
    public List<FilePart> files(String name) {
        JsonNode field = call.arguments().body().map(form -> form.path(name)).orElse(MissingNode.getInstance());
        List<FilePart> files = new ArrayList<>();
        for (JsonNode one : field.isArray() ? field : List.of(field)) {
            if (one instanceof POJONode node && node.getPojo() instanceof FilePart file) {
                files.add(file);
            }
        }
        return files;
    }

    /** What {@code Content-Type} says of the content; empty if none was sent. */
    public Optional<MediaType> contentType() {
        return call.arguments()
                .received()
                .map(ReceivedBody::type)
                .or(() -> call.arguments().items().map(ReceivedItems::type));
    }

    /** Who sends it; empty where the contract asks for nobody. */
    public Optional<Principal> principal() {
        return call.principal();
    }

    public Operation operation() {
        return call.operation();
    }

    /** All header fields, as sent. */
    public Headers headers() {
        return call.request().headers();
    }

    /** What the log calls the request, and the {@code instance} of a problem. */
    public String id() {
        return call.request().id();
    }

    private Value parameter(In in, String name) {
        return parameter(
                in,
                declared -> in == In.HEADER
                        ? declared.name().equalsIgnoreCase(name)
                        : declared.name().equals(name),
                " '" + name + "'");
    }

    private Value parameter(In in, Predicate<Parameter> named, String what) {
        Parameter parameter = call.operation().parameters().stream()
                .filter(declared -> declared.in() == in)
                .filter(named)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        call.operation() + " declares no parameter" + what + " in " + in.text()));
        return new Value(
                in.text(), Optional.of(parameter.name()), call.arguments().value(parameter), mapper);
    }
}
