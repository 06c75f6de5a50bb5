package org.vgg4j.core.foreign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Parameter;

/**
 * A user's own map, a YAML file with lines such as {@code conv1_1/weights: features.0.weight}.
 *
 * @param names a tensor of the foreign file for each parameter
 */
public record NamesFile(Map<String, String> names) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public NamesFile {
    names = ImmutableMap.copyOf(names);
  }

  /**
   * Reads a map and checks that it names parameters of the network only.
   *
   * @throws Problem if the file can't be read or names something else
   */
  public static Map<String, String> read(Path file, NetworkSpec network, int crop) {
    Map<String, String> names = StrictYaml.read(file, NamesFile.class).names();
    List<String> parameters = network.parameters(crop).stream().map(Parameter::name).toList();
    for (String name : names.keySet()) {
      if (!parameters.contains(name)) {
        throw Problem.configuration(
            file.toString(),
            "network " + network.name() + " has no parameter " + name,
            Spelling.suggestion(name, parameters));
      }
    }
    return names;
  }
}
