package org.vgg4j.experiments;

import java.util.List;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.statistics.Enlargement;
import org.vgg4j.eval.TestProtocol;

/**
 * Tells what is remarkable about the data, once for a run: what was left out, and how many images
 * are enlarged at the largest scale.
 *
 * @param data the data
 * @param listener who is told
 */
record DataRemarks(DataSource data, RunListener listener) {

  /** For stages that are going to be trained. */
  void training(List<Stage> stages) {
    data.notes().forEach(listener::remark);
    int largest = stages.stream().mapToInt(stage -> stage.scale().maximum()).max().orElse(0);
    Enlargement.of(data.train(), largest).remark().ifPresent(listener::remark);
  }

  /** For the tests of an experiment. */
  void test(Experiment experiment, Preset preset) {
    int largest =
        experiment.rows().stream()
            .flatMap(row -> row.tests().stream())
            .map(test -> preset.scaled(TestProtocol.parse(test.test())))
            .flatMap(protocol -> protocol.testScales().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    Enlargement.of(data.val(), largest).remark().ifPresent(listener::remark);
  }
}
