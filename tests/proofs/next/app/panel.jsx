"use client";

import "nutgraf/element";

export default function Panel() {
  return <nutgraf-summary for="story" />;
}
