import "nutgraf/element";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { story } from "../story.js";

function Page() {
  const [minutes, setMinutes] = useState(null);
  return (
    <main>
      <article id="story">
        <h1>{story.title}</h1>
        <p>By {story.byline}{minutes && `, ${minutes} min`}</p>
        <nutgraf-summary
          for="story"
          sentences={2}
          show="summary figures people"
          onnutgraf-load={({ detail }) => setMinutes(Math.ceil(detail.digest.readability.readingMinutes))}
        />
        {story.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      </article>
    </main>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
