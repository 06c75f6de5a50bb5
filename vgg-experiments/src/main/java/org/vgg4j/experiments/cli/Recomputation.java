package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Resources;
import org.vgg4j.experiments.DataSettings;
import org.vgg4j.experiments.aid.CellTest;
import org.vgg4j.experiments.aid.DataCheck;
import org.vgg4j.experiments.aid.OutputFolder;
import org.vgg4j.experiments.aid.ProcessDevice;
import org.vgg4j.experiments.aid.Reevaluation;
import org.vgg4j.experiments.aid.Repetition;
import org.vgg4j.experiments.aid.StoredRun;
import org.vgg4j.experiments.aid.Verification;

/**
 * Tests and trains again, and shows how that goes.
 *
 * @param data what is learnt from and tested on
 */
record Recomputation(
    Verification verification,
    DataSettings data,
    ProcessDevice device,
    ProgressOption progress,
    PrintWriter err) {

  /** Tests again what was tested on those data. */
  void testOn(String dataHash, double tolerance, CheckReport report) {
    List<CellTest> tests = verification.testsOn(dataHash);
    if (tests.isEmpty() || !DataCheck.isAtHand(data.location())) {
      return;
    }
    Resources resources = Resources.threads(device.threads());
    try (DataSource source = data.open(resources);
        TransferDisplay display = progress.passes(err)) {
      Reevaluation again = new Reevaluation(verification.folder(), source.val(), device, tolerance);
      tests.forEach(test -> report.add(again.of(test, display)));
    }
  }

  /** Trains again what was trained on those data. */
  void trainOn(String dataHash, CheckReport report) {
    List<StoredRun> runs = verification.runsOn(dataHash);
    if (runs.isEmpty() || !DataCheck.isAtHand(data.location())) {
      return;
    }
    OutputFolder folder = verification.folder();
    Repetition again = new Repetition(folder, data, device, new SafeguardOptions().safeguards());
    for (StoredRun run : runs) {
      try (ProgressDisplay display = progress.display(err)) {
        report.add(again.of(run, display));
      }
    }
  }
}
