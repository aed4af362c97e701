package org.stylecodes.cli;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks rules on the packages of all modules. All modules are on the class path of these tests. */
@AnalyzeClasses(packages = "org.stylecodes", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {
    /** Every module that has classes. The list exposes a module that is missing on this class path. */
    private static final Set<String> MODULES = Set.of("api", "cli", "client", "code", "model", "studio", "train");

    /** The packages that programs may depend on. */
    private static final Set<String> PUBLIC = Set.of(
            "org.stylecodes",
            "org.stylecodes.client",
            "org.stylecodes.code",
            "org.stylecodes.error",
            "org.stylecodes.image",
            "org.stylecodes.notes",
            "org.stylecodes.prompt",
            "org.stylecodes.sampler");

    @ArchTest
    static void packagesDependOnEachOtherInOneDirection(JavaClasses classes) {
        slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(classes);
    }

    @ArchTest
    static void noPackageIsInTwoModules(JavaClasses classes) {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (JavaClass type : classes) {
            modules.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(module(type));
        }
        Set<String> all = new TreeSet<>();
        modules.forEach((name, in) -> {
            assertEquals(1, in.size(), name + " is in the modules " + in);
            all.addAll(in);
        });
        assertEquals(new TreeSet<>(MODULES), all);
    }

    @ArchTest
    static void publicSignaturesNameOnlyPublicTypes(JavaClasses classes) {
        classes()
                .that()
                .resideInAnyPackage(PUBLIC.toArray(String[]::new))
                .should(new NameOnlyPublicTypes())
                .check(classes);
    }

    // The source is the folder target/classes of a module, or its jar.
    private static String module(JavaClass type) {
        String uri = type.getSource().orElseThrow().getUri().toString();
        return uri.replaceFirst(".*/([^/]+)/target/.*", "$1");
    }

    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    private static final class NameOnlyPublicTypes extends ArchCondition<JavaClass> {
        NameOnlyPublicTypes() {
            super("name only types of public packages and of other projects except LibTorch");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (!isVisible(type)) {
                return;
            }
            Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                    .filter(NameOnlyPublicTypes::isHidden)
                    .forEach(hidden -> events.add(violated(type, type.getName() + " extends " + hidden.getName())));
            type.getMembers().stream().filter(NameOnlyPublicTypes::isVisible).forEach(member -> named(member)
                    .filter(NameOnlyPublicTypes::isHidden)
                    .forEach(hidden ->
                            events.add(violated(member, member.getFullName() + " names " + hidden.getName()))));
        }

        private static Stream<JavaClass> named(JavaMember member) {
            return member instanceof JavaCodeUnit unit
                    ? Stream.of(
                                    Stream.of(unit.getReturnType()),
                                    unit.getParameterTypes().stream(),
                                    unit.getExceptionTypes().stream())
                            .flatMap(types -> types)
                            .map(JavaType::getAllInvolvedRawTypes)
                            .flatMap(Set::stream)
                    : member.getAllInvolvedRawTypes().stream();
        }

        private static boolean isVisible(JavaMember member) {
            return isVisible(member.getModifiers()) && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
        }

        private static boolean isVisible(JavaClass type) {
            return isVisible(type.getModifiers())
                    && type.getEnclosingClass()
                            .map(NameOnlyPublicTypes::isVisible)
                            .orElse(true);
        }

        private static boolean isVisible(Set<JavaModifier> modifiers) {
            return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
        }

        private static boolean isHidden(JavaClass type) {
            String name = type.getBaseComponentType().getPackageName();
            return name.startsWith("org.bytedeco") || name.startsWith("org.stylecodes") && !PUBLIC.contains(name);
        }
    }
}
