package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a command's help: remarks, and examples below a line {@code Examples:}.
 *
 * @param remarks a paragraph each
 * @param examples a line each
 */
record HelpFooter(List<String> remarks, List<String> examples) {

  static HelpFooter of(String... lines) {
    List<String> examples = new ArrayList<>();
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    StringBuilder paragraph = new StringBuilder();
    boolean inExamples = false;
    for (String line : lines) {
      inExamples = line.matches("Examples?:") || (inExamples && line.startsWith("  "));
      if (inExamples) {
        examples.add(line);
      } else if (line.isBlank()) {
        addTo(remarks, paragraph);
      } else {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
      }
    }
    addTo(remarks, paragraph);
    examples.removeIf(line -> line.matches("Examples?:"));
    return new HelpFooter(remarks.build(), examples.stream().map(String::strip).toList());
  }

  /** The lines of a help text, each paragraph as one line, which fills whatever width there is. */
  static List<String> flowing(String... lines) {
    List<String> flowing = new ArrayList<>();
    boolean inParagraph = false;
    for (String line : lines) {
      boolean remark = !line.isBlank() && !line.startsWith(" ") && !line.matches("Examples?:");
      if (remark && inParagraph) {
        flowing.add(flowing.remove(flowing.size() - 1) + " " + line);
      } else {
        flowing.add(line);
      }
      inParagraph = remark;
    }
    return flowing;
  }

  private static void addTo(ImmutableList.Builder<String> remarks, StringBuilder paragraph) {
    if (!paragraph.isEmpty()) {
      remarks.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }
}
