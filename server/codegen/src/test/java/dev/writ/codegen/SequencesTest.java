package dev.writ.codegen;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that is a sequence of items, as types. */
class SequencesTest {

    @Test
    void items_are_streams_and_publishers_of_their_type(@TempDir Path folder) {
        Generated generated = Generated.compiled(folder, Documents.ofPaths("3.1.0", """
                /things:
                  post:
                    operationId: sendThings
                    requestBody:
                      required: true
                      content:
                        application/x-ndjson: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}
                    responses:
                      '200':
                        description: All of them.
                        content:
                          application/jsonl: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}
                          text/event-stream: {schema: {$ref: '#/components/schemas/Thing'}}
                      '202':
                        description: Events.
                        content:
                          text/event-stream: {schema: {$ref: '#/components/schemas/Event'}}
                """, """
                Thing:
                  type: object
                  required: [id]
                  properties: {id: {type: integer, format: int64}}
                Event:
                  type: object
                  required: [data]
                  properties: {data: {type: string}, id: {type: string}}
                """));
        generated.compileWith("Uses", """
                import dev.writ.api.ServerSentEvent;
                import dev.writ.spec.api.*;
                import dev.writ.spec.model.*;
                import java.util.concurrent.Flow;
                import java.util.stream.Stream;

                class Uses {
                    SendThingsResponse[] all(
                            Stream<Thing> things, Flow.Publisher<Thing> published, Stream<Event> events) {
                        return new SendThingsResponse[] {
                            SendThingsResponse.ok(things),
                            SendThingsResponse.ok(published),
                            SendThingsResponse.okAsTextEventStream(things.map(ServerSentEvent::of)),
                            SendThingsResponse.accepted(events)
                        };
                    }

                    SendThingsResponse taken(DefaultApi api, Stream<Thing> things) {
                        return api.sendThings(things);
                    }
                }
                """);
    }

    @Test
    void an_item_schema_says_what_an_item_is(@TempDir Path folder) {
        Generated generated = Generated.compiled(folder, Documents.ofPaths("3.2.0", """
                /things:
                  post:
                    operationId: sendThings
                    requestBody: {required: true, content: {application/json-seq: {itemSchema: {$ref: '#/components/schemas/Thing'}}}}
                    responses:
                      '200': {content: {application/jsonl: {schema: {type: array}, itemSchema: {$ref: '#/components/schemas/Thing'}}}}
                      '202': {content: {text/event-stream: {itemSchema: {$ref: '#/components/schemas/Thing'}}}}
                      '203': {content: {text/event-stream: {schema: {$ref: '#/components/schemas/Thing'}}}}
                """, """
                Thing: {type: object, required: [id], properties: {id: {type: integer, format: int64}}}
                """));
        generated.compileWith("Uses", """
                import dev.writ.api.ServerSentEvent;
                import dev.writ.spec.api.*;
                import dev.writ.spec.model.*;
                import java.util.stream.Stream;

                class Uses {
                    SendThingsResponse[] all(DefaultApi api, Stream<Thing> things) {
                        return new SendThingsResponse[] {
                            api.sendThings(things),
                            SendThingsResponse.ok(things),
                            SendThingsResponse.accepted(things),
                            SendThingsResponse.nonAuthoritativeInformation(things.map(ServerSentEvent::of))
                        };
                    }
                }
                """);
    }
}
