package dev.writ.codegen;

import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The Java types of bodies, and of properties, which are other ones where they are parts of a form. */
final class FormTypes {
    private final Schemas schemas;
    private final Forms forms;
    private final Types types;

    FormTypes(Schemas schemas, Forms forms, Types types) {
        this.schemas = schemas;
        this.forms = forms;
        this.types = types;
    }

    /** The type of a property's value, were it there and not null. */
    JavaType property(String owner, String property, Schema<?> schema) {
        if (forms.multipart(owner)) {
            return part(schema, file(forms.untypedIsFile(owner, property)));
        }
        return forms.urlEncoded(owner) ? field(schema) : types.of(schema);
    }

    /** The type of the values that are not named. */
    JavaType additional(String owner, Schema<?> schema) {
        if (forms.multipart(owner)) {
            return part(schema, file(false));
        }
        return forms.urlEncoded(owner) ? field(schema) : types.of(schema);
    }

    /** Whether null is a value; a file is none, though its schema may say nothing that forbids it. */
    boolean nullable(Schema<?> schema, JavaType type) {
        return schemas.nullable(schema) && !(type.equals(JavaType.FILE_PART) && schemas.typeless(schema));
    }

    /** What the body of a request is in a media type. */
    JavaType requestBody(String mediaType, MediaType declared) {
        Schema<?> schema = declared.getSchema();
        if (schema == null || !MediaTypes.hasParts(mediaType)) {
            return Content.body(mediaType, schema, types);
        }
        JavaType type = types.of(schema);
        Schema<?> resolved = schemas.resolved(schema);
        if (type.list() && MediaTypes.multipart(mediaType)) {
            return JavaType.listOf(parts(resolved, Positions.of(declared)));
        }
        if (type.map()) {
            return Flat.of(resolved, schemas)
                    .additional()
                    .map(each -> JavaType.mapOf(value(mediaType, each)))
                    .orElse(type);
        }
        return type;
    }

    /** One type for all parts of a body that is an array. */
    private JavaType parts(Schema<?> array, Positions positions) {
        List<Schema<?>> elements = Schemas.elements(array);
        List<JavaType> all = new ArrayList<>();
        for (int i = 0; i < Math.max(elements.size(), positions.told()) && !elements.isEmpty(); i++) {
            Schema<?> element = elements.get(Math.min(i, elements.size() - 1));
            JavaType type =
                    file(forms.untypedIsFile() && !positions.isReadable(i)).test(element)
                            ? JavaType.FILE_PART
                            : types.of(element);
            all.add(nullable(element, type) ? type.orNull() : type);
        }
        return Types.common(all);
    }

    private JavaType value(String mediaType, Schema<?> schema) {
        JavaType type = MediaTypes.multipart(mediaType) ? part(schema, file(false)) : field(schema);
        return nullable(schema, type) ? type.orNull() : type;
    }

    private Predicate<Schema<?>> file(boolean untypedIsFile) {
        return schema -> schemas.octets(schema) || (untypedIsFile && schemas.untyped(schema));
    }

    private JavaType part(Schema<?> schema, Predicate<Schema<?>> isFile) {
        return oneOrSeveral(schema, isFile, JavaType.FILE_PART);
    }

    /** Nobody sends octets there, but a contract may call text by that name. */
    private JavaType field(Schema<?> schema) {
        return oneOrSeveral(schema, each -> types.of(each).equals(JavaType.INPUT_STREAM), JavaType.STRING);
    }

    private JavaType oneOrSeveral(Schema<?> schema, Predicate<Schema<?>> isOctets, JavaType octets) {
        if (isOctets.test(schema)) {
            return octets;
        }
        Schema<?> items = schemas.resolved(schema).getItems();
        if (items != null && types.of(schema).list() && isOctets.test(items)) {
            return JavaType.listOf(nullable(items, octets) ? octets.orNull() : octets);
        }
        return types.of(schema);
    }
}
