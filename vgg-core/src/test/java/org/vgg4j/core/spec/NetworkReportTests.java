package org.vgg4j.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkReportTests {
  @Test
  void aRowSaysWhatALayerIsAndCosts() {
    NetworkReport report = NetworkReport.of(NetworkCatalogue.shipped().network("C"), 224);
    assertThat(report.rows())
        .contains(
            new NetworkReport.Row(
                "conv3_3",
                "conv1-256",
                new FeatureShape(56, 56, 256),
                256 * 256 + 256,
                256L * 256 * 56 * 56,
                new ReceptiveField(32, 4),
                4L * 56 * 56 * 256));
  }

  @Test
  void theClassifierShowsItsClasses() {
    NetworkSpec network = NetworkCatalogue.shipped().network("A").withClasses(10);
    assertThat(NetworkReport.of(network, 64).rows())
        .last()
        .extracting(NetworkReport.Row::notation)
        .isEqualTo("fc-10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-LRN", "D-BN", "ZFNet"})
  void totalsAreTheNetworks(String name) {
    NetworkSpec network = NetworkCatalogue.shipped().network(name);
    NetworkReport report = NetworkReport.of(network, 224);
    assertThat(report.parameters()).isEqualTo(network.parameterCount(224));
    assertThat(report.multiplyAdds()).isEqualTo(network.multiplyAdds(224));
    assertThat(report.activationBytes())
        .isEqualTo(
            4 * network.placedAt(224).stream().mapToLong(layer -> layer.output().elements()).sum());
  }
}
