package dev.writ.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.writ.engine.model.Contract;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that others wrote; in the folder that the property {@code writ.specs} names, else skipped. */
class SpecificationsTest {
    @ParameterizedTest
    @CsvSource({
        "petstore-2.0.yaml, 4",
        "petstore-3.0.yaml, 19",
        "museum-3.1.yaml, 8",
        "tictactoe-3.1.yaml, 3",
        "links-3.0.yaml, 6",
        "adyen-checkout-3.1.yaml, 28",
        "box-3.0.json, 296"
    })
    void they_load(String file, int operations) {
        String folder = System.getProperty("writ.specs", "");
        assumeTrue(!folder.isEmpty(), "the property writ.specs does not name the folder of " + file);
        Contract contract = ContractReader.read(Path.of(folder, file).toString());
        assertThat(contract.operations()).hasSize(operations);
    }
}
