package org.vgg4j.experiments;

import java.util.List;
import org.vgg4j.eval.TestProtocol;

/** A network and how it is tested. */
record PlannedTest(TestedNetwork network, TestProtocol protocol) {

  /** The tests whose mean this one is; itself where its protocol has one view. */
  List<PlannedTest> parts() {
    return protocol.parts().stream().map(part -> new PlannedTest(network, part)).toList();
  }
}
