package org.vgg4j.experiments.sensitivity;

import org.vgg4j.core.graph.Averaging;
import org.vgg4j.eval.Technique;
import org.vgg4j.eval.Technique.CenterCrop;
import org.vgg4j.eval.Technique.Dense;
import org.vgg4j.eval.Technique.MultiCrop;
import org.vgg4j.eval.Technique.MultiCropAndDense;
import org.vgg4j.eval.Technique.View;
import org.vgg4j.eval.TestProtocol;

/**
 * The choices within a technique, for one that looks at the same windows but chooses otherwise.
 * What a technique has no choice in stays: ten crops are always mirrored, a crop has one score.
 *
 * @param flip whether mirror images count as well
 * @param averaging how class score maps become posteriors
 */
record TechniqueChange(boolean flip, Averaging averaging) {

  /** The choices that a technique has made. */
  static TechniqueChange none(Technique technique) {
    View last = technique.views().get(technique.views().size() - 1);
    return new TechniqueChange(last.flip(), last.averaging());
  }

  static TestProtocol flips(TestProtocol protocol, boolean flip) {
    TechniqueChange now = none(protocol.technique());
    return protocol.with(new TechniqueChange(flip, now.averaging).of(protocol.technique()));
  }

  static TestProtocol averages(TestProtocol protocol, Averaging averaging) {
    TechniqueChange now = none(protocol.technique());
    return protocol.with(new TechniqueChange(now.flip, averaging).of(protocol.technique()));
  }

  Technique of(Technique technique) {
    if (technique instanceof CenterCrop) {
      return new CenterCrop(flip);
    }
    if (technique instanceof MultiCrop crops) {
      return of(crops);
    }
    if (technique instanceof Dense) {
      return dense();
    }
    return technique instanceof MultiCropAndDense both
        ? new MultiCropAndDense(of(both.multiCrop()), dense())
        : technique;
  }

  private MultiCrop of(MultiCrop crops) {
    return new MultiCrop(crops.grid(), flip);
  }

  private Dense dense() {
    return new Dense(flip, averaging);
  }
}
