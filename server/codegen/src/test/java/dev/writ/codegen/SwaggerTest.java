package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document of Swagger 2.0, which openapi-generator converts before we see it. */
class SwaggerTest {
    @TempDir
    static Path folder;

    private static Generated generated;

    @BeforeAll
    static void generate() {
        generated = Generated.compiled(folder, """
                swagger: '2.0'
                info: {title: Test, version: '1'}
                basePath: /api
                consumes: [application/json]
                produces: [application/json]
                paths:
                  /pets:
                    get:
                      operationId: find pets
                      tags: [pets]
                      parameters:
                        - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: csv}
                        - {name: limit, in: query, type: integer, format: int32, default: 20}
                      responses:
                        200:
                          description: ok
                          schema: {type: array, items: {$ref: '#/definitions/Pet'}}
                          headers: {X-Count: {type: integer, format: int32}}
                        default: {description: bad, schema: {$ref: '#/definitions/Error'}}
                    post:
                      operationId: addPet
                      tags: [pets]
                      parameters:
                        - {name: pet, in: body, required: true, schema: {$ref: '#/definitions/NewPet'}}
                      responses:
                        201: {description: made, schema: {$ref: '#/definitions/Pet'}}
                        204: {description: none}
                definitions:
                  NewPet:
                    type: object
                    required: [name]
                    properties: {name: {type: string}, tag: {type: string, x-nullable: true}}
                  Pet:
                    allOf:
                      - $ref: '#/definitions/NewPet'
                      - {type: object, required: [id], properties: {id: {type: integer, format: int64}}}
                  Error: {type: object, properties: {code: {type: integer, format: int32}}}
                """);
    }

    @Test
    void interfaces_have_the_ids_and_parameters_of_the_document() {
        assertThat(generated.source("api.PetsApi"))
                .contains("@OperationId(\"find pets\")", "@Path(\"/pets\")")
                .contains("findPets(@Bound(\"tags\") @Nullable List<String> tags, @Bound(\"limit\") int limit)")
                .contains("AddPetResponse addPet(NewPet body);");
    }

    @Test
    void responses_are_those_that_the_document_declares() {
        assertThat(generated.source("api.AddPetResponse")).contains("created(Pet ", "noContent()");
        assertThat(generated.source("api.FindPetsResponse")).contains("ok(List<Pet> ", "xCount(");
    }

    @Test
    void definitions_are_records() throws Exception {
        assertThat(generated.roundTrip("Pet", "{\"name\":\"Tom\",\"id\":1}")).isEqualTo("{\"name\":\"Tom\",\"id\":1}");
    }

    @Test
    void forms_of_swagger_2_are_records_too(@TempDir Path elsewhere) {
        Generated converted = Generated.compiled(elsewhere, """
                swagger: '2.0'
                info: {title: Test, version: '1'}
                paths:
                  /photos:
                    post:
                      operationId: addPhoto
                      consumes: [multipart/form-data]
                      parameters:
                        - {name: photo, in: formData, type: file, required: true}
                        - {name: tags, in: formData, type: array, items: {type: string}}
                      responses: {204: {description: Done}}
                  /tokens:
                    post:
                      operationId: createToken
                      consumes: [application/x-www-form-urlencoded]
                      parameters:
                        - {name: name, in: formData, type: string, required: true}
                      responses: {204: {description: Done}}
                """);

        assertThat(converted.source("model.AddPhotoRequest"))
                .contains("AddPhotoRequest(FilePart photo, @Nullable List<String> tags) {");
        assertThat(converted.source("model.CreateTokenRequest")).contains("CreateTokenRequest(String name) {");
        assertThat(converted.source("api.DefaultApi"))
                .contains("addPhoto(AddPhotoRequest body);", "createToken(CreateTokenRequest body);");
    }
}
