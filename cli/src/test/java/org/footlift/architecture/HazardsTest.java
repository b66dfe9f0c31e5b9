package org.footlift.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every hazard of the safety notes has a row in docs/hazards.md, and every row tests that exist. */
class HazardsTest {
    private static final int HAZARDS = 20;
    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "")).toAbsolutePath()
            .resolveSibling("");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(REPOSITORY.resolve("docs/hazards.md"))).results().toList();
    }

    /** Hazard, mitigation, tests, what is missing. */
    private static List<String> cells(MatchResult row) {
        return Stream.of(row.group(2).split("\\|", -1)).map(String::strip).toList();
    }

    @Test
    void everyHazardHasOneRowWithAMitigation() throws IOException {
        assertEquals(IntStream.rangeClosed(1, HAZARDS).mapToObj(Integer::toString).toList(),
                rows().stream().map(row -> row.group(1)).toList());
        for (MatchResult row : rows()) {
            assertEquals(4, cells(row).size(), row.group());
            assertFalse(cells(row).get(0).isEmpty() || cells(row).get(1).isEmpty(), row.group());
        }
    }

    @Test
    void everyRowNamesTestsAndNothingElse() throws IOException {
        for (MatchResult row : rows()) {
            String tests = cells(row).get(2);
            assertTrue(TEST.matcher(tests).find(), "hazard " + row.group(1) + " has no test");
            assertEquals("", TEST.matcher(tests).replaceAll("").replaceAll("[, ]", ""), "hazard " + row.group(1));
        }
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        for (MatchResult row : rows()) {
            for (MatchResult test : TEST.matcher(row.group()).results().toList()) {
                assertTrue(exists(test.group(1), test.group(2)), "hazard " + row.group(1) + " names " + test.group());
            }
        }
    }

    @Test
    void whatIsMissingIsSaidWithWhoBringsIt() throws IOException {
        for (MatchResult row : rows()) {
            String missing = cells(row).get(3);
            assertTrue(missing.equals("–") || missing.matches("(milestone \\d|console|outside): .+"),
                    "hazard " + row.group(1) + ": " + missing);
        }
    }

    @Test
    void aTestThatDoesNotExistIsNoticed() throws IOException {
        assertTrue(exists("HazardsTest", "aTestThatDoesNotExistIsNoticed"));
        assertFalse(exists("HazardsTest", "everythingIsSafe"));
        assertFalse(exists("NoSuchTest", "aTestThatDoesNotExistIsNoticed"));
        assertFalse(exists("HazardsTest", "exists"), "a method of a test that is none itself");
    }

    /** A test is a method without a result and arguments of its own choice, behind an annotation of JUnit, or one made of those. */
    private static boolean exists(String testClass, String method) throws IOException {
        Pattern declared = Pattern.compile(
                "@(Test|ParameterizedTest|RepeatedTest|TestFactory|EnumSource|ValueSource|MethodSource|CsvSource|EveryChip)\\b[^;{}]*(\\{[^;}]*}[^;{}]*)?\\bvoid "
                        + method + "\\(");
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            for (Path sources : modules.map(module -> module.resolve("src/test/java")).filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(f -> f.endsWith(testClass + ".java")).toList()) {
                        if (declared.matcher(Files.readString(file)).find()) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
