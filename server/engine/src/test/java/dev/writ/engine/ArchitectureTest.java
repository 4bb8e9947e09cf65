package dev.writ.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows of the engine: who may know whom. */
class ArchitectureTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.writ");

    /** Each package and those of ours that it may know. */
    @ParameterizedTest
    @CsvSource({
        "api, ''",
        "engine.http, ''",
        "engine.stream, 'engine.http'",
        "engine.problem, 'engine.http'",
        "engine.spi, 'engine.model engine.http engine.problem'",
        "engine.json, 'api'",
        "engine.model, ''",
        "engine.parse, 'engine.model engine.http engine.schema engine.schema.evaluate engine.schema.lint engine.stream'",
        "engine.schema, 'engine.model engine.http'",
        "engine.schema.pattern, ''",
        "engine.schema.format, 'engine.schema engine.schema.pattern'",
        "engine.schema.evaluate, 'engine.model engine.schema engine.schema.format engine.schema.pattern'",
        "engine.schema.lint, 'engine.model engine.schema engine.schema.evaluate engine.schema.format"
                + " engine.schema.pattern'",
        "engine.match, 'engine.model engine.http'",
        "engine.validate.json, 'engine.schema'",
        "engine.validate.parameter, 'engine.model engine.http engine.problem engine.schema engine.validate.json'",
        "engine.validate.form, 'api engine.model engine.http engine.problem engine.schema engine.validate.json"
                + " engine.validate.parameter'",
        "engine.validate, 'engine.model engine.http engine.problem engine.schema engine.schema.evaluate"
                + " engine.stream engine.validate.form engine.validate.json engine.validate.parameter'",
        "engine.security, 'engine.model engine.http engine.spi'",
        "engine.rate, 'engine.http'",
        "engine.docs, 'engine.model engine.http engine.problem'",
        "engine.core, 'api engine.http engine.problem engine.spi engine.model engine.match engine.schema"
                + " engine.schema.evaluate engine.validate engine.validate.form engine.validate.json engine.security"
                + " engine.docs engine.rate'",
        "engine.server, 'engine.core engine.http engine.problem'",
        "engine.grizzly, 'engine.core engine.server'",
        "engine.handler, 'api engine.core engine.http engine.json engine.model engine.problem engine.spi"
                + " engine.stream engine.validate'",
        "engine.jersey, 'api engine.core engine.handler engine.http engine.json engine.model engine.problem engine.spi"
                + " engine.stream engine.validate engine.validate.form'",
        "engine.testing, 'engine.core engine.http engine.json engine.stream'",
    })
    void a_package_knows_only_what_is_beneath_it(String name, String beneath) {
        List<String> allowed = new ArrayList<>();
        allowed.add("dev.writ." + name);
        Arrays.stream(beneath.split(" ", -1))
                .filter(text -> !text.isEmpty())
                .forEach(text -> allowed.add("dev.writ." + text));
        noClasses()
                .that()
                .resideInAPackage("dev.writ." + name)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.writ..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .check(ENGINE);
    }

    @Test
    void there_is_no_way_round() {
        slices().matching("dev.writ.(**)").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void only_the_adapter_knows_jax_rs_and_only_it_and_the_composition_know_hk2() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.writ.engine.jersey")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.inject..", "org.glassfish.jersey..")
                .check(ENGINE);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.writ.engine.jersey", "dev.writ.engine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.glassfish.hk2..")
                .check(ENGINE);
    }

    @Test
    void only_the_transport_knows_grizzly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.writ.engine.grizzly")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.glassfish.grizzly..")
                .check(ENGINE);
    }
}
