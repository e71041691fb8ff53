package org.learningadvocate.chat;

import java.util.List;

/** What one person sees in the App Home. */
public record HomeView(List<Part> parts) {

  public HomeView {
    parts = List.copyOf(parts);
  }
}
