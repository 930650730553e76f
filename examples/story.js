// The story that the example pages made with a framework show.

export const story = {
  title: "The ice road opens three weeks late",
  byline: "Anna Lindqvist",
  paragraphs: [
    "The ice road across Lake Storavan will open on Sunday, three weeks later than last year and the latest since records began in 1951, the regional road service said on Friday. It carries 1,400 cars a day and saves each of them a detour of 86 kilometres.",
    "The ice must be 22 centimetres thick before cars of up to two tonnes are let onto it. On Thursday it measured between 23 and 27 centimetres along the whole route, according to Olle Brandt, head of the winter service.",
    "“We drill every hundred metres, and we drill every day,” said Brandt. “A road that is open in nine places out of ten is closed.”",
    "The ferry that crosses the lake in summer lies frozen at its pier. For the 640 people of Storön the weeks between the last ferry and the first car are the longest of the year: letters come twice a week by hovercraft, and a litre of milk costs 19 kronor.",
    "The village council has asked for a bridge since 1974. A study put its cost at 410 million kronor, which the region refused in 2019 as too much for an island that loses eight people a year.",
    "Winters on the lake have become 17 days shorter since 1990, said Karin Holm, a climatologist at the University of Luleå. By her reckoning the road will open in only six winters of ten by 2040.",
  ],
};
