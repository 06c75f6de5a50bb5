package org.vgg4j.experiments;

import java.nio.file.Path;
import org.vgg4j.data.image.Filter;
import org.vgg4j.eval.TestProtocol;

/**
 * A network that rows test.
 *
 * @param name what people read while it is tested
 * @param weights the weights file
 * @param folder where its posteriors are kept
 * @param interpolation how images are rescaled
 */
record TestedNetwork(String name, Path weights, Path folder, Filter interpolation) {

  /** The network that a stage trained. */
  static TestedNetwork of(Stage stage, RunStore store) {
    return new TestedNetwork(
        stage.title(),
        store.runOf(stage).weights(),
        store.runOf(stage).path(),
        stage.recipe().interpolation());
  }

  /** Where the posteriors by that protocol are kept. */
  Path posteriors(TestProtocol protocol) {
    String file = protocol.toString().replace('|', '-').replace("=", "");
    return folder.resolve("posteriors").resolve(file + ".safetensors");
  }
}
