package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Problem;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.experiments.Training.Parent;

class PlanTests {
  static final DataIdentity DATA = new DataIdentity("generated", "0123", 10, 1_281_167, List.of());

  @Test
  void table3NeedsTwelveStagesInThePapersOrderOfDependence() {
    assertThat(plan(Experiments.named("table3"), "paper").stages(1))
        .extracting(PlanTests::text)
        .containsExactly(
            "A 256 from nothing",
            "A-LRN 256 from nothing",
            "B 256 from A 256",
            "C 256 from A 256",
            "C 384 from C 256",
            "C 256..512 from C 384",
            "D 256 from A 256",
            "D 384 from D 256",
            "D 256..512 from D 384",
            "E 256 from A 256",
            "E 384 from E 256",
            "E 256..512 from E 384");
  }

  @Test
  void onPaperScaleTrainingTakes74EpochsAndFineTuningStartsAtATenthOfTheRate() {
    List<Stage> stages = plan(Experiments.named("table3"), "paper").stages(1);
    assertThat(stages.get(0).phase().epochs()).isEqualTo(74);
    assertThat(stages.get(2).phase().course().learningRate()).isEqualTo(0.01);
    assertThat(stages.get(4).phase().course().learningRate()).isEqualTo(0.001);
  }

  @Test
  void aStageIsAnotherOneWhenAnythingThatDecidesItsResultIsAnother() {
    Experiment table = Experiments.named("table3");
    Stage stage = plan(table, "smoke").stages(1).get(2);
    Stage otherSeed = plan(table, "smoke").stages(2).get(2);
    Stage otherRecipe = plan(table, "paper").stages(1).get(2);
    DataIdentity otherData = new DataIdentity("generated", "4567", 10, 1_281_167, List.of());
    Stage other =
        new Plan(table, Preset.named("smoke"), NetworkCatalogue.shipped(), otherData)
            .stages(1)
            .get(2);
    assertThat(List.of(stage, otherSeed, otherRecipe, other))
        .extracting(Stage::identity)
        .doesNotHaveDuplicates();
    assertThat(plan(table, "smoke").stages(1).get(2).identity()).isEqualTo(stage.identity());
  }

  @Test
  void theNameOfTheDataFolderDoesNotMatter() {
    Experiment table = Experiments.named("table3");
    DataIdentity moved = new DataIdentity("elsewhere", "0123", 10, 1_281_167, List.of());
    Stage here = plan(table, "smoke").stages(1).get(5);
    Stage there =
        new Plan(table, Preset.named("smoke"), NetworkCatalogue.shipped(), moved).stages(1).get(5);
    assertThat(there.identity()).isEqualTo(here.identity());
  }

  @Test
  void startingFromWhatNoRowTrainsIsAProblem() {
    Experiment lonely = experiment(row("D", "384", new Parent("D", "256")));
    assertThatThrownBy(() -> plan(lonely, "smoke").stages(1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("D at S=384 starts from D at S=256, which no row trains");
  }

  @Test
  void table4StartsFromTheStagesOfTable3AndNeedsNoOthers() {
    List<Stage> ofTable3 = plan(Experiments.named("table3"), "smoke").stages(1);
    assertThat(plan(Experiments.named("table4"), "smoke").stages(1))
        .hasSize(11)
        .isSubsetOf(ofTable3);
  }

  @Test
  void aTrainingMayHaveKeysOfItsOwn() {
    Training training = new Training("256", null, Map.of("initialization", "glorot"));
    Experiment own =
        new Experiment("9", "Mine", List.of(Row.of("D", training, "dense|Q=256", null)));
    assertThat(plan(own, "smoke").stages(1).get(0).recipe().initialization()).isEqualTo("glorot");
  }

  @Test
  void aCircleIsAProblem() {
    Experiment circle =
        experiment(
            row("D", "384", new Parent("D", "256")), row("D", "256", new Parent("D", "384")));
    assertThatThrownBy(() -> plan(circle, "smoke").stages(1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("starts from itself");
  }

  private static Experiment experiment(Row... rows) {
    return new Experiment("9", "Mine", List.of(rows));
  }

  private static Row row(String network, String scale, @Nullable Parent from) {
    return Row.of(network, new Training(scale, from), "dense|Q=256", null);
  }

  private static Plan plan(Experiment experiment, String preset) {
    return new Plan(experiment, Preset.named(preset), NetworkCatalogue.shipped(), DATA);
  }

  private static String text(Stage stage) {
    String parent =
        Optional.ofNullable(stage.parent())
            .map(p -> p.network().name() + " " + p.scale())
            .orElse("nothing");
    return stage.network().name() + " " + stage.scale() + " from " + parent;
  }
}
