package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import org.vgg4j.core.Problem;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/**
 * The classes in a kit's {@code meta.mat}: a MATLAB array of structures, one a synset, of which
 * only the leaves of the hierarchy are classes.
 */
final class SynsetTable {
  private SynsetTable() {}

  /** The WordNet id of each class by the kit's own number, in the order of the file. */
  static ImmutableMap<Integer, String> parse(String where, byte[] content) {
    try (MatFile file = Mat5.newReader(Sources.wrap(content)).readMat()) {
      ImmutableMap<Integer, String> classes = classes(file.getStruct("synsets"));
      if (classes.isEmpty()) {
        throw new IOException("there is no class in it");
      }
      return classes;
    } catch (IOException | RuntimeException e) {
      // The reader of MATLAB files meets damage with whatever exception comes up.
      throw Problem.data(
              where,
              "is damaged or no table of ILSVRC-2012's classes (" + e.getMessage() + ")",
              "unpack or download the kit again")
          .causedBy(e);
    }
  }

  private static ImmutableMap<Integer, String> classes(Struct synsets) throws IOException {
    ImmutableMap.Builder<Integer, String> classes = ImmutableMap.builder();
    for (int i = 0; i < synsets.getNumElements(); i++) {
      if (number(synsets, "num_children", i) == 0) {
        classes.put(number(synsets, "ILSVRC2012_ID", i), wordNetId(synsets, i));
      }
    }
    return classes.buildOrThrow();
  }

  private static int number(Struct synsets, String field, int index) {
    return synsets.getMatrix(field, index).getInt(0);
  }

  private static String wordNetId(Struct synsets, int index) throws IOException {
    String id = synsets.getChar("WNID", index).getString();
    if (!id.matches("n\\d{8}")) {
      throw new IOException("'" + id + "' is no WordNet id");
    }
    return id;
  }
}
