package dev.writ.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Operation;
import org.junit.jupiter.api.Test;

/** Documents as large services publish them: not all that they say is right, but what is enforced can be enforced. */
class WildTest {
    @Test
    void a_document_with_many_habits_of_openapi_3_0_loads() {
        Contract contract = Samples.contract("""
                openapi: 3.0.3
                info:
                  version: 1.1
                  title: Habits
                  description:
                  x-logo: {url: logo.png}
                tags: [{name: a, description: b}, {name: c}]
                servers:
                  - url: '{protocol}://{hostname}/api/v3'
                    variables: {hostname: {default: HOSTNAME}, protocol: {default: http}}
                externalDocs: {url: 'https://example.org/v3 docs'}
                paths:
                  "/repos/{owner}/{repo}/compare/{base}...{head}":
                    get:
                      summary: Compare
                      tags: [repos]
                      operationId: repos/compare-commits
                      externalDocs: {url: /docs}
                      parameters:
                        - $ref: '#/components/parameters/owner'
                        - {name: repo, in: path, required: true, schema: {type: string}}
                        - {name: base, in: path, required: true, schema: {type: string}, x-multi-segment: true}
                        - {name: head, in: path, required: true, schema: {type: string}}
                        - name: expand
                          in: query
                          explode: true
                          style: deepObject
                          schema: {type: array, items: {type: string, maxLength: 5000}}
                      responses:
                        200:
                          description: Response
                          content:
                            application/json:
                              schema: {$ref: '#/components/schemas/nullable-thing'}
                              examples: {default: {$ref: '#/components/examples/thing'}}
                            application/vnd.github.v3.diff: {}
                          headers: {Link: {example: '<a>', schema: {type: string}}}
                        304: {$ref: '#/components/responses/not_modified'}
                      x-github: {githubCloudOnly: false, previews: []}
                  /v1/charges:
                    post:
                      operationId: PostCharges
                      requestBody:
                        content:
                          application/x-www-form-urlencoded:
                            encoding: {expand: {explode: true, style: deepObject}}
                            schema: {additionalProperties: false, properties: {amount: {type: integer}}, type: object}
                        required: false
                      responses: {default: {description: ''}}
                  /api/v1/namespaces/{namespace}/pods/{name}/proxy/{path}:
                    parameters:
                      - {name: name, in: path, required: true, schema: {type: string, uniqueItems: true}}
                      - {name: namespace, in: path, required: true, schema: {type: string}}
                      - {name: path, in: path, required: true, schema: {type: string}}
                    delete:
                      requestBody: {content: {'*/*': {schema: {type: object}}}}
                      responses: {"200": {description: OK, content: {'*/*': {schema: {type: string}}}}, "401": {description: No}}
                      x-kubernetes-action: connect
                components:
                  parameters:
                    owner: {name: owner, in: path, required: true, schema: {type: string}, description: The owner}
                  responses: {not_modified: {description: Not modified}}
                  examples: {thing: {value: {id: 1, name: null, x: [1, 2]}}}
                  schemas:
                    nullable-thing:
                      title: A thing
                      nullable: true
                      type: object
                      properties:
                        id: {type: integer, format: int64, minimum: 0, example: 42}
                        parent: {nullable: true, allOf: [{$ref: '#/components/schemas/nullable-thing'}]}
                        owner: {$ref: '#/components/schemas/owner', description: Ignored, nullable: true}
                      required: [id]
                      x-stripeMostCommon: [id]
                    owner:
                      anyOf: [{maxLength: 5000, type: string}, {$ref: '#/components/schemas/nullable-thing'}]
                      x-expansionResources: {oneOf: []}
                """);
        assertThat(contract.operations())
                .extracting(Operation::operationId)
                .containsExactly(
                        "repos/compare-commits",
                        "PostCharges",
                        "DELETE /api/v1/namespaces/{namespace}/pods/{name}/proxy/{path}");
        assertThat(contract.operations().get(0).basePaths()).containsExactly("/api/v3");
        assertThat(contract.warnings())
                .extracting(Object::toString)
                .anyMatch(text -> text.contains("should be a string"));
    }
}
