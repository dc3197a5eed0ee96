/** Chapters of the Harmonized System, the same in every edition; 77 is kept for later use. Names are shortened. */
export const hsChapters = `
01 Live animals|02 Meat|03 Fish|04 Dairy produce, eggs, honey|05 Other products of animal origin|06 Live plants and flowers
07 Vegetables|08 Fruit and nuts|09 Coffee, tea and spices|10 Cereals|11 Milling products|12 Oil seeds|13 Gums and resins
14 Vegetable plaiting materials|15 Fats and oils|16 Preparations of meat or fish|17 Sugar|18 Cocoa|19 Preparations of cereals
20 Preparations of vegetables or fruit|21 Other edible preparations|22 Beverages|23 Residues and animal feed|24 Tobacco
25 Salt, sulphur, earths, stone, cement|26 Ores|27 Mineral fuels and oils|28 Inorganic chemicals|29 Organic chemicals
30 Pharmaceutical products|31 Fertilisers|32 Tanning extracts, dyes and paints|33 Essential oils and cosmetics|34 Soap and waxes
35 Albuminoidal substances and glues|36 Explosives|37 Photographic goods|38 Other chemical products|39 Plastics|40 Rubber
41 Hides and leather|42 Articles of leather|43 Furskins|44 Wood|45 Cork|46 Plaiting work|47 Pulp of wood|48 Paper
49 Printed books and newspapers|50 Silk|51 Wool|52 Cotton|53 Other vegetable textile fibres|54 Man-made filaments
55 Man-made staple fibres|56 Wadding, felt and ropes|57 Carpets|58 Special woven fabrics|59 Coated textile fabrics
60 Knitted fabrics|61 Knitted apparel|62 Apparel, not knitted|63 Other made up textile articles|64 Footwear|65 Headgear
66 Umbrellas|67 Feathers and artificial flowers|68 Articles of stone and cement|69 Ceramic products|70 Glass
71 Pearls, precious stones and metals|72 Iron and steel|73 Articles of iron or steel|74 Copper|75 Nickel|76 Aluminium|78 Lead
79 Zinc|80 Tin|81 Other base metals|82 Tools and cutlery|83 Other articles of base metal|84 Machinery|85 Electrical machinery
86 Railway vehicles|87 Road vehicles|88 Aircraft|89 Ships|90 Optical and medical instruments|91 Clocks and watches
92 Musical instruments|93 Arms and ammunition|94 Furniture and lamps|95 Toys and sports requisites
96 Other manufactured articles|97 Works of art and antiques|99 Commodities not specified
`;

/** Sections of the Standard International Trade Classification, the same in revisions 1 to 4. Names are shortened. */
export const sitcSections = `
0 Food and live animals|1 Beverages and tobacco|2 Crude materials, inedible|3 Mineral fuels and lubricants
4 Animal and vegetable oils|5 Chemicals|6 Manufactured goods by material|7 Machinery and transport equipment
8 Miscellaneous manufactured articles|9 Not classified elsewhere
`;

/** Categories of the Broad Economic Categories, revision 4. Names are shortened. */
export const becCategories = `
111 Food, primary, for industry|112 Food, primary, for households|121 Food, processed, for industry
122 Food, processed, for households|21 Industrial supplies, primary|22 Industrial supplies, processed
31 Fuels, primary|321 Motor spirit|322 Other processed fuels|41 Capital goods|42 Parts of capital goods
51 Passenger motor cars|521 Other transport equipment, industrial|522 Other transport equipment, not industrial
53 Parts of transport equipment|61 Durable consumer goods|62 Semi-durable consumer goods|63 Non-durable consumer goods
7 Goods not specified elsewhere
`;

/** Sections of the International Standard Industrial Classification, revision 4. Names are shortened. */
export const isicSections = `
A Agriculture, forestry and fishing|B Mining and quarrying|C Manufacturing|D Electricity and gas|E Water and waste
F Construction|G Trade and repair|H Transport and storage|I Accommodation and food|J Information and communication
K Finance and insurance|L Real estate|M Professional and technical activities|N Administrative activities
O Public administration|P Education|Q Health|R Arts and recreation|S Other services|T Households as employers
U Extraterritorial organisations
`;

/** Sections of the Central Product Classification, version 2.1. Names are shortened. */
export const cpcSections = `
0 Agriculture, forestry and fishery products|1 Ores and minerals, electricity, gas and water|2 Food, textiles and leather
3 Other transportable goods|4 Metal products, machinery and equipment|5 Constructions|6 Trade, lodging, transport and utilities
7 Financial and related services, real estate|8 Business and production services|9 Community, social and personal services
`;
