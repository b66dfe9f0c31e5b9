package org.footlift.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.footlift.controller.Controller;
import org.footlift.controller.safety.SafetyGovernor;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;

/** An arrow means "may use": config and hal use nothing of ours, and each module only what stands before it. */
class ArchitectureTest {
    private static final JavaClasses FOOTLIFT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.footlift");

    private static final String CONFIG = "org.footlift.config..";
    private static final String HAL = "org.footlift.hal..";
    private static final String HAL_ROOT = "org.footlift.hal";
    private static final String HAL_IMU = "org.footlift.hal.imu..";
    private static final String TELEMETRY = "org.footlift.telemetry..";
    private static final String CONTROLLER = "org.footlift.controller..";
    private static final String SIM = "org.footlift.sim..";

    /** The tick and what it is made of; the loop around it may touch the world. */
    private static final String[] CORE = {"org.footlift.controller", "org.footlift.controller.gait..",
            "org.footlift.controller.stimulation..", "org.footlift.controller.safety.."};

    /** Without this, a rule over a package that was renamed would pass for having seen nothing. */
    @ParameterizedTest
    @ValueSource(strings = {CONFIG, HAL_ROOT, HAL_IMU, TELEMETRY, "org.footlift.controller",
            "org.footlift.controller.gait..",
            "org.footlift.controller.stimulation..", "org.footlift.controller.safety..",
            "org.footlift.controller.loop..", SIM, "org.footlift.cli.."})
    void theRulesSeeTheClassesOf(String place) {
        assertTrue(FOOTLIFT.that(resideInAPackage(place)).stream().anyMatch(c -> !c.getSimpleName().isEmpty()
                && !c.getSimpleName().equals("package-info")), "no class was seen in " + place);
    }

    @Test
    void configUsesNothingOfOurs() {
        mayUse(CONFIG, CONFIG);
    }

    @Test
    void halUsesNothingOfOurs() {
        mayUse(HAL, HAL);
    }

    @Test
    void theRootOfHalIsInterfacesAndDataWithoutAnyDependency() {
        classes().that().resideInAPackage(HAL_ROOT).should().onlyDependOnClassesThat(
                resideInAnyPackage(HAL_ROOT, "java.lang..", "java.util", "org.jspecify..")).check(FOOTLIFT);
    }

    /** Drivers of sensors meet a bus or a port through the interfaces of the root, so that tests can be the other side. */
    @Test
    void driversOfInertialSensorsUseTheRootOfHal() {
        mayUse(HAL_IMU, HAL_IMU, HAL_ROOT);
    }

    @Test
    void telemetryUsesConfigAndTheRootOfHal() {
        mayUse(TELEMETRY, TELEMETRY, CONFIG, HAL_ROOT);
    }

    @Test
    void controllerUsesConfigTheRootOfHalAndTelemetry() {
        mayUse(CONTROLLER, CONTROLLER, CONFIG, HAL_ROOT, TELEMETRY);
    }

    @Test
    void simUsesEverythingButTheCommand() {
        mayUse(SIM, SIM, CONFIG, HAL, TELEMETRY, CONTROLLER);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.footlift.(**)").should().beFreeOfCycles().check(FOOTLIFT);
    }

    @Test
    void theCoreKnowsNoClockNoThreadNoInputOutputAndNoRandomness() {
        noClasses().that().resideInAnyPackage(CORE).should().dependOnClassesThat(
                resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.time..", "java.util.concurrent..",
                        "java.util.random..", "java.lang.management..", "org.slf4j..", "org.agrona..",
                        "org.footlift.telemetry.channel..", "org.footlift.telemetry.session..",
                        "org.footlift.telemetry.bids..", "org.footlift.controller.loop.."))
                .orShould().dependOnClassesThat().areAssignableTo(Thread.class)
                .orShould().dependOnClassesThat().areAssignableTo(java.util.Random.class)
                .orShould().callMethod(System.class, "nanoTime").orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(Math.class, "random").check(FOOTLIFT);
    }

    /** Math may use a processor's own instructions for these, and a replay must be the same on every machine. */
    @Test
    void theCoreComputesTranscendentalsWithStrictMath() {
        var rule = noClasses().that().resideInAnyPackage(CORE).should().callMethod(Math.class, "sin", double.class);
        for (String name : Set.of("cos", "tan", "asin", "acos", "atan", "exp", "log", "log10", "cbrt", "sinh", "cosh",
                "tanh", "expm1", "log1p")) {
            rule = rule.orShould().callMethod(Math.class, name, double.class);
        }
        for (String name : Set.of("atan2", "pow", "hypot")) {
            rule = rule.orShould().callMethod(Math.class, name, double.class, double.class);
        }
        rule.check(FOOTLIFT);
    }

    @Test
    void nothingButTheTickCallsTheGovernor() {
        classes().that().areAssignableTo(SafetyGovernor.class).should().onlyHaveDependentClassesThat(
                resideInAPackage("org.footlift.controller.safety")
                        .or(DescribedPredicate.describe("the tick", c -> c.isEquivalentTo(Controller.class))))
                .check(FOOTLIFT);
    }

    @Test
    void nothingLogsFromTheLoop() {
        noClasses().that().resideInAPackage(CONTROLLER).should().dependOnClassesThat().resideInAPackage("org.slf4j..")
                .check(FOOTLIFT);
    }

    @Test
    void onlyTheCommandPrints() {
        noClasses().that().resideOutsideOfPackage("org.footlift.cli..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS).check(FOOTLIFT);
    }

    @Test
    void everyPackageSaysWhatLivesThereAndIsNullMarked() {
        Set<String> marked = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        classesOf(FOOTLIFT).forEach(c -> {
            all.add(c.getPackageName());
            if (c.getPackage().tryGetAnnotationOfType("org.jspecify.annotations.NullMarked").isPresent()) {
                marked.add(c.getPackageName());
            }
        });
        assertEquals(all, marked);
    }

    private static Stream<JavaClass> classesOf(JavaClasses classes) {
        return classes.stream().filter(c -> !c.getPackageName().isEmpty());
    }

    private static void mayUse(String from, String... allowed) {
        noClasses().that().resideInAPackage(from).should()
                .dependOnClassesThat(resideInAPackage("org.footlift..").and(not(resideInAnyPackage(allowed))))
                .check(FOOTLIFT);
    }
}
