package dev.writ.engine.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.engine.model.Contract;
import dev.writ.engine.model.Document;

/** A contract as JSON and as YAML: as written in the one that it is written in, if it is one document. */
record ContractText(String json, String yaml) {

    static ContractText of(Contract contract) {
        return Bundle.of(contract)
                .map(bundle -> new ContractText(bundle.toPrettyString(), YamlWriter.of(bundle)))
                .orElseGet(() -> of(contract.document()));
    }

    /** The same for a client for whom {@code prefix} stands before every path: not as written, but the same document. */
    static ContractText of(Contract contract, String prefix) {
        JsonNode document =
                Bundle.of(contract).orElseGet(() -> contract.document().root());
        JsonNode there = PublicServers.of(document, prefix);
        return new ContractText(there.toPrettyString(), YamlWriter.of(there));
    }

    private static ContractText of(Document only) {
        return isJson(only.text())
                ? new ContractText(only.text(), YamlWriter.of(only.root()))
                : new ContractText(only.root().toPrettyString(), only.text());
    }

    private static boolean isJson(String text) {
        try {
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
