package dev.writ.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas of Swagger 2.0 in the words of OpenAPI 3.0. */
class SwaggerSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'integer','maximum':3,'exclusiveMaximum':true} | {'type':'integer','maximum':3,'exclusiveMaximum':true}",
                "{'type':'string','x-nullable':true} | {'type':'string','x-nullable':true,'nullable':true}",
                "{'type':'string','x-nullable':false} | {'type':'string','x-nullable':false,'nullable':false}",
                "{'type':['string','null']} | {'type':['string','null']}",
                "{'discriminator':'kind'} | {'discriminator':{'propertyName':'kind'}}",
                "{'type':'file'} | {'type':'file'}",
                "{'nullable':true,'anyOf':[{}],'oneOf':[{}],'not':{},'writeOnly':true,'in':'x','a':1} | {}",
                "{'enum':[{'anyOf':1}],'default':{'not':1},'example':{'in':1}} | {'enum':[{'anyOf':1}],'default':{'not':1},'example':{'in':1}}",
                "{'properties':{'not':{'not':{}},'in':{'x-nullable':true}}} | {'properties':{'not':{},'in':{'x-nullable':true,'nullable':true}}}",
                "{'allOf':[{'not':{}}],'items':{'not':{}},'additionalProperties':{'not':{}}} | {'allOf':[{}],'items':{},'additionalProperties':{}}",
                "{'additionalProperties':false,'allOf':1,'properties':[],'items':[]} | {'additionalProperties':false,'allOf':1,'properties':[],'items':[]}",
                "5 | 5"
            })
    void a_schema_keeps_its_members_and_loses_words_that_mean_nothing(String written, String converted)
            throws Exception {
        JsonNode original = json(written);
        assertThat(SwaggerSchema.converted(original)).isEqualTo(json(converted));
        assertThat(original).isEqualTo(json(written));
    }

    @Test
    void a_parameter_says_of_its_value_what_a_schema_would() throws Exception {
        assertThat(SwaggerSchema.inline(
                        json("{'name':'a','in':'formData','required':true,'type':'file','description':'d',"
                                + "'allowEmptyValue':true,'collectionFormat':'csv'}")))
                .isEqualTo(json("{'type':'string','description':'d','format':'binary'}"));
        assertThat(SwaggerSchema.converted(json("{'required':true}"))).isEqualTo(json("{'required':true}"));
    }

    @Test
    void a_file_as_content_is_octets() throws Exception {
        assertThat(SwaggerSchema.content(json("{'type':'file','maxLength':3}")))
                .isEqualTo(json("{'type':'string','maxLength':3,'format':'binary'}"));
    }
}
