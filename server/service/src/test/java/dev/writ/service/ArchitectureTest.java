package dev.writ.service;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the service, and of what it is generated from. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.writ.service");
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.writ");

    @Test
    void features_do_not_know_one_another() {
        slices().matching("dev.writ.service.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("dev.writ.service.database"))
                .check(SERVICE);
        noClasses()
                .that()
                .resideInAPackage("dev.writ.service.database")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.writ.spec..", "dev.writ.engine..", "jakarta.ws.rs..")
                .check(SERVICE);
    }

    @Test
    void no_feature_knows_who_puts_it_together() {
        noClasses()
                .that()
                .resideInAPackage("dev.writ.service.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.writ.service")
                .check(SERVICE);
    }

    @Test
    void only_the_binder_names_implementations_and_hk2() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ServiceBinder")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.glassfish..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("Jdbc")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("/Jdbc"))
                        .importPackages("dev.writ.service"));
    }

    @Test
    void resources_know_no_store_and_stores_no_http() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .check(SERVICE);
        noClasses()
                .that()
                .haveSimpleNameContaining("Store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.writ.spec..", "dev.writ.api..", "dev.writ.engine..", "jakarta.ws.rs..")
                .check(SERVICE);
    }

    @Test
    void the_engine_knows_neither_contract_nor_service() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.writ.engine..", "dev.writ.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.writ.spec..", "dev.writ.service..")
                .check(ALL);
    }

    @Test
    void generated_code_depends_on_jax_rs_jackson_annotations_and_the_small_api_only() {
        classes()
                .that()
                .resideInAPackage("dev.writ.spec..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "dev.writ.spec..",
                        "dev.writ.api",
                        "jakarta.ws.rs",
                        "com.fasterxml.jackson.annotation",
                        "org.jspecify.annotations")
                .check(ALL);
    }
}
