package io.sitepulse.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;

/**
 * Structure rules that hold in every module. Each module's {@code ArchitectureTest} checks them and
 * adds its own package directions. {@code docs/development.md} explains them.
 */
public final class ArchitectureRules {
  /** The largest number of top-level types in a package. */
  public static final int MAX_TYPES = 20;

  /** Each package is a slice of its own. */
  public static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("io.sitepulse.(**)").should().beFreeOfCycles();

  public static final ArchRule NO_PACKAGE_WITHOUT_A_FEATURE =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..utils..", "..impl..", "..model..", "..common..")
          .because("packages are named by feature");

  public static final ArchRule ROUTES_DO_NOT_KNOW_SQL =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Routes")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.jdbi..")
          .allowEmptyShould(true);

  /**
   * Services and rules take plain values. A request reaches them as its path parameters, its parsed
   * body, and its caller or author.
   */
  public static final ArchRule DECISIONS_DO_NOT_KNOW_THE_ROUTER =
      noClasses()
          .that()
          .haveNameMatching(".*(Service|Store|Queries|Rules|Revision|Loader|Lookup)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.ext.web..")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.core.http..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("RequestContext")
          .because("routes read requests and write responses")
          .allowEmptyShould(true);

  private ArchitectureRules() {}

  /** The main classes of packages and of all packages below them, without tests. */
  public static JavaClasses mainClasses(String... packages) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(packages);
  }

  /** Checks every common rule. */
  public static void check(JavaClasses classes) {
    NO_PACKAGE_CYCLES.check(classes);
    NO_PACKAGE_WITHOUT_A_FEATURE.check(classes);
    ROUTES_DO_NOT_KNOW_SQL.check(classes);
    DECISIONS_DO_NOT_KNOW_THE_ROUTER.check(classes);
    classes().should(resideInASmallPackage(classes)).check(classes);
  }

  /**
   * Forbids that classes of {@code from} depend on classes of {@code to}. The parameters are
   * ArchUnit package patterns.
   */
  public static ArchRule independent(String from, String... to) {
    return noClasses()
        .that()
        .resideInAnyPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to)
        .as(from + " does not depend on " + Arrays.toString(to));
  }

  private static ArchCondition<JavaClass> resideInASmallPackage(JavaClasses all) {
    return new ArchCondition<>("reside in a package of at most " + MAX_TYPES + " types") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        long types =
            all.stream()
                .filter(other -> other.getPackageName().equals(type.getPackageName()))
                .filter(other -> !other.getName().contains("$"))
                .filter(other -> !other.getSimpleName().equals("package-info"))
                .count();
        events.add(
            new SimpleConditionEvent(
                type, types <= MAX_TYPES, type.getPackageName() + " has " + types + " types"));
      }
    };
  }
}
