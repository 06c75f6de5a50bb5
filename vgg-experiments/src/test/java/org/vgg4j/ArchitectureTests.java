package org.vgg4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.tensorflow.RawTensor;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;

/** The walls of docs/architecture.md. */
@AnalyzeClasses(packages = "org.vgg4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {
  @ArchTest
  static final ArchRule roomsSeeOnlyWhatTheyMay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("core")
          .definedBy("org.vgg4j.core..")
          .layer("data")
          .definedBy("org.vgg4j.data..")
          .layer("train")
          .definedBy("org.vgg4j.train..")
          .layer("eval")
          .definedBy("org.vgg4j.eval..")
          .layer("experiments")
          .definedBy("org.vgg4j.experiments..")
          .whereLayer("experiments")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("train")
          .mayOnlyBeAccessedByLayers("experiments")
          .whereLayer("eval")
          .mayOnlyBeAccessedByLayers("experiments")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("train", "eval", "experiments");

  @ArchTest
  static final ArchRule specsAndWeightsKnowNothingOfTensorFlow =
      noClasses()
          .that()
          .resideInAnyPackage("org.vgg4j.core.spec..", "org.vgg4j.core.weights..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tensorflow..");

  @ArchTest
  static final ArchRule nativeMemoryHasOneDoor =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.vgg4j.core.graph..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Session.class, Result.class, Tensor.class, RawTensor.class);

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("org.vgg4j.(*).(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule chanceComesFromSeedsAlone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule onlyTheCommandLineWritesToTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.vgg4j.experiments.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Processor|Handler|Impl|Engine)")
          .orShould()
          .haveSimpleNameStartingWith("Abstract")
          .orShould()
          .haveSimpleNameStartingWith("Base");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);
}
