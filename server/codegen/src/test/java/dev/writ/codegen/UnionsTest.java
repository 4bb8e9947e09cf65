package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnionsTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() {
        generated = Generated.compiled(folder, Documents.ofSchemas("3.0.3", """
                Shape:
                  oneOf:
                    - $ref: '#/components/schemas/Circle'
                    - $ref: '#/components/schemas/Square'
                  discriminator:
                    propertyName: kind
                    mapping:
                      circle: '#/components/schemas/Circle'
                      round: '#/components/schemas/Circle'
                      square: Square
                Circle:
                  type: object
                  required: [kind, radius]
                  properties:
                    kind: {type: string, enum: [circle, round]}
                    radius: {type: integer, format: int32}
                Square:
                  type: object
                  required: [kind, side]
                  properties:
                    kind: {type: string}
                    side: {type: integer, format: int32}
                Either:
                  oneOf:
                    - $ref: '#/components/schemas/Circle'
                    - type: object
                      required: [other]
                      properties:
                        other: {type: string}
                Scalar:
                  oneOf:
                    - type: string
                    - type: integer
                Drawing:
                  type: object
                  required: [shapes, first]
                  properties:
                    shapes: {type: array, items: {$ref: '#/components/schemas/Shape'}}
                    first: {$ref: '#/components/schemas/Circle'}
                    scalar: {$ref: '#/components/schemas/Scalar'}
                Pet:
                  type: object
                  required: [petType, name]
                  properties:
                    petType: {$ref: '#/components/schemas/PetType'}
                    name: {type: string, description: What it hears to.}
                  discriminator:
                    propertyName: petType
                    mapping:
                      cat: '#/components/schemas/Cat'
                PetType: {type: string, enum: [cat, Dog]}
                Cat:
                  allOf:
                    - $ref: '#/components/schemas/Pet'
                    - type: object
                      properties:
                        lives: {type: integer, format: int32, default: 9}
                Dog:
                  allOf:
                    - $ref: '#/components/schemas/Pet'
                    - type: object
                      required: [bark]
                      properties:
                        bark: {type: boolean}
                Home:
                  type: object
                  required: [pet]
                  properties:
                    pet: {$ref: '#/components/schemas/Pet'}
                """));
    }

    @Test
    void a_discriminator_selects_the_record_and_is_kept() throws JsonProcessingException {
        assertSurvives("Shape", "{\"kind\":\"circle\",\"radius\":1}", "Circle");
        assertSurvives("Shape", "{\"kind\":\"round\",\"radius\":1}", "Circle");
        assertSurvives("Shape", "{\"kind\":\"square\",\"side\":1}", "Square");
    }

    @Test
    void a_member_can_be_asked_for_by_itself() throws JsonProcessingException {
        assertSurvives("Circle", "{\"kind\":\"round\",\"radius\":1}", "Circle");
        assertSurvives("Cat", "{\"petType\":\"cat\",\"name\":\"Tom\",\"lives\":9}", "Cat");
    }

    @Test
    void unions_survive_inside_of_others() throws JsonProcessingException {
        assertSurvives(
                "Drawing",
                "{\"shapes\":[{\"kind\":\"square\",\"side\":1}],\"first\":{\"kind\":\"circle\",\"radius\":2},"
                        + "\"scalar\":3}",
                "Drawing");
        assertSurvives("Home", "{\"pet\":{\"petType\":\"Dog\",\"name\":\"Rex\",\"bark\":true}}", "Home");
    }

    @Test
    void without_discriminator_the_properties_tell() throws JsonProcessingException {
        assertSurvives("Either", "{\"kind\":\"circle\",\"radius\":1}", "Circle");
        assertSurvives("Either", "{\"other\":\"o\"}", "EitherOneOf");
    }

    @Test
    void a_parent_with_discriminator_is_a_sealed_interface() throws JsonProcessingException {
        assertThat(generated.source("model.Pet"))
                .contains("public sealed interface Pet permits Cat, Dog {", "PetType petType();", "String name();");
        assertThat(generated.source("model.Cat"))
                .contains("public record Cat(PetType petType, String name, Integer lives) implements Pet {");
        assertSurvives("Pet", "{\"petType\":\"cat\",\"name\":\"Tom\",\"lives\":9}", "Cat");
        assertSurvives("Pet", "{\"petType\":\"Dog\",\"name\":\"Rex\",\"bark\":true}", "Dog");
    }

    @Test
    void a_record_may_belong_to_several_unions() {
        assertThat(generated.source("model.Circle")).contains("implements Shape, Either {");
    }

    @Test
    void alternatives_that_are_not_objects_have_no_type_of_their_own() {
        assertThat(generated.source("model.Drawing")).contains("@Nullable Object scalar");
        assertThat(generated.files()).doesNotContain("Scalar.java");
    }

    private static void assertSurvives(String type, String json, String expectedClass) throws JsonProcessingException {
        assertThat(generated.read(type, json).getClass().getSimpleName()).isEqualTo(expectedClass);
        assertThat(generated.roundTrip(type, json)).isEqualTo(json);
    }
}
