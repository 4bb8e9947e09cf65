package dev.writ.engine.schema.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DecimalNode;
import dev.writ.engine.model.Contract;
import dev.writ.engine.parse.ContractReader;
import dev.writ.engine.schema.Direction;
import dev.writ.engine.schema.SchemaChecker;
import dev.writ.engine.schema.SchemaOptions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipleOfTest {
    private static final long SEED = 1;

    private static SchemaChecker checker(BigDecimal divisor) {
        Contract contract = ContractReader.parse(
                "m.yaml",
                "{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {}, components: {schemas: {A: {multipleOf: "
                        + divisor + "}}}}");
        return CompiledSchemas.of(contract, SchemaOptions.DEFAULT)
                .compile(contract.schemas().get(0), Direction.REQUEST);
    }

    private static boolean accepts(BigDecimal divisor, BigDecimal value) {
        return checker(divisor).check(DecimalNode.valueOf(value)).errors().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 4.02, true",
        "0.01, 4.021, false",
        "0.0001, 0.0075, true",
        "1e3, 12000, true",
        "1e3, 12500, false",
        "1e-8, 1e300, true",
        "3, 1e300, false",
        "7, -14.0, true",
        "0.5, -0.75, false",
        "0.1, 0, true",
        "1e-400, 1e400, true",
        "2, 1e-400, false",
        "25, 100.00, true",
    })
    void it_is_exact(BigDecimal divisor, BigDecimal value, boolean multiple) {
        assertThat(accepts(divisor, value)).isEqualTo(multiple);
    }

    @Test
    void it_is_what_the_remainder_of_decimals_says() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            BigDecimal divisor = new BigDecimal(BigInteger.valueOf(1 + random.nextInt(120)), random.nextInt(9) - 4);
            SchemaChecker checker = checker(divisor);
            for (int j = 0; j < 20; j++) {
                BigDecimal value = random.nextBoolean()
                        ? divisor.multiply(BigDecimal.valueOf(random.nextInt(2_000) - 1_000))
                        : new BigDecimal(new BigInteger(40, random), random.nextInt(20) - 10);
                boolean expected = value.remainder(divisor).signum() == 0;
                assertThat(checker.check(DecimalNode.valueOf(value)).errors().isEmpty())
                        .as(value + " by " + divisor)
                        .isEqualTo(expected);
            }
        }
    }
}
