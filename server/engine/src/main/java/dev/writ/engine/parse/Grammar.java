package dev.writ.engine.parse;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of an OpenAPI 3.1 document (section 4.8), the fields of each, and what stands in a field. */
enum Grammar {
    DOCUMENT("openapi jsonSchemaDialect security externalDocs info:INFO servers*SERVER paths~PATH_ITEM"
            + " webhooks/PATH_ITEM components:COMPONENTS tags*TAG"),
    INFO("title summary description termsOfService contact license version"),
    SERVER("url description variables"),
    TAG("name description externalDocs"),
    COMPONENTS("examples/EXAMPLE links callbacks schemas/SCHEMA responses/RESPONSE parameters/PARAMETER headers/HEADER"
            + " requestBodies/REQUEST_BODY securitySchemes/SECURITY_SCHEME pathItems/PATH_ITEM"),
    PATH_ITEM("$ref summary description get:OPERATION put:OPERATION post:OPERATION delete:OPERATION"
            + " options:OPERATION head:OPERATION patch:OPERATION trace:OPERATION servers*SERVER parameters*PARAMETER"),
    OPERATION("tags summary description externalDocs operationId callbacks deprecated security servers*SERVER"
            + " parameters*PARAMETER requestBody:REQUEST_BODY responses~RESPONSE"),
    PARAMETER("$ref name in description required deprecated allowEmptyValue style explode allowReserved example"
            + " examples/EXAMPLE schema:SCHEMA content/MEDIA_TYPE"),
    HEADER(
            "$ref description required deprecated style explode example examples/EXAMPLE schema:SCHEMA content/MEDIA_TYPE"),
    REQUEST_BODY("$ref summary description required content/MEDIA_TYPE"),
    RESPONSE("$ref summary description links headers/HEADER content/MEDIA_TYPE"),
    MEDIA_TYPE("example examples/EXAMPLE encoding schema:SCHEMA"),
    EXAMPLE("$ref summary description value externalValue"),
    SECURITY_SCHEME("$ref summary type description name in scheme bearerFormat flows openIdConnectUrl"),
    /** JSON Schema 2020-12 and the OpenAPI vocabulary; without what changes the base of references. */
    SCHEMA("$ref $comment title description default deprecated readOnly writeOnly example examples externalDocs xml"
            + " discriminator type enum const format pattern minLength maxLength minimum maximum exclusiveMinimum"
            + " exclusiveMaximum multipleOf minItems maxItems uniqueItems minContains maxContains minProperties"
            + " maxProperties required dependentRequired contentEncoding contentMediaType contentSchema:SCHEMA"
            + " properties/SCHEMA patternProperties/SCHEMA dependentSchemas/SCHEMA $defs/SCHEMA items:SCHEMA"
            + " prefixItems*SCHEMA contains:SCHEMA additionalProperties:SCHEMA propertyNames:SCHEMA"
            + " unevaluatedItems:SCHEMA unevaluatedProperties:SCHEMA allOf*SCHEMA anyOf*SCHEMA oneOf*SCHEMA not:SCHEMA"
            + " if:SCHEMA then:SCHEMA else:SCHEMA");

    private final String text;

    /** Fields: {@code name} for a plain value, {@code name:KIND} for an object, {@code name*KIND} for a list of them, {@code name/KIND} for a map, {@code name~KIND} for a map with extensions. */
    Grammar(String text) {
        this.text = text;
    }

    /** By name, in the order above. */
    Map<String, Field> fields() {
        return Arrays.stream(text.split(" ", -1))
                .map(Field::parse)
                .collect(Collectors.toMap(Field::name, Function.identity()));
    }

    /**
     * A field of an object.
     *
     * @param kind of what stands in it; empty for a plain value
     * @param shape {@code ':'} one, {@code '*'} a list, {@code '/'} a map, {@code '~'} a map in which {@code x-} names are no keys
     */
    record Field(String name, Optional<Grammar> kind, char shape) {
        static Field parse(String text) {
            int at = Stream.of(':', '*', '/', '~')
                    .map(text::indexOf)
                    .filter(i -> i > 0)
                    .findFirst()
                    .orElse(-1);
            return at < 0
                    ? new Field(text, Optional.empty(), ':')
                    : new Field(text.substring(0, at), Optional.of(valueOf(text.substring(at + 1))), text.charAt(at));
        }
    }
}
