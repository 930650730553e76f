import Panel from "./panel.jsx";

const SAYS = "The harbour master said on Friday that the new pier, which cost 4.5 million euros, would open before the summer season begins.";

export default function Page() {
  return (
    <main>
      <article id="story">
        <h1>The pier opens</h1>
        <Panel />
        <p>{SAYS} It has cost more than anyone planned, and it is half as long again as the old one.</p>
        <p>Anglers may use the lower deck from five in the morning, the council decided last week after a long debate.</p>
        <p>Boats will call every hour, and the ticket office is to be moved to the old customs house nearby, where 12 people will work.</p>
      </article>
    </main>
  );
}
