/**
 * Editions of classifications, one a line: id, code in UN Comtrade or `-`, year of entry into force, digits of a full
 * code or `-`, title, publisher, address, separated by bars.
 */
export const editionRows = `
HS92|H0|1988|6|Harmonized System 1988/92|World Customs Organization|https://unstats.un.org/unsd/classifications/Econ
HS96|H1|1996|6|Harmonized System 1996|World Customs Organization|https://unstats.un.org/unsd/classifications/Econ
HS02|H2|2002|6|Harmonized System 2002|World Customs Organization|https://unstats.un.org/unsd/classifications/Econ
HS07|H3|2007|6|Harmonized System 2007|World Customs Organization|https://unstats.un.org/unsd/classifications/Econ
HS12|H4|2012|6|Harmonized System 2012|World Customs Organization|https://unstats.un.org/unsd/classifications/Econ
HS17|H5|2017|6|Harmonized System 2017|World Customs Organization|https://unstats.un.org/unsd/classifications/Econ
HS22|H6|2022|6|Harmonized System 2022|World Customs Organization|https://unstats.un.org/unsd/classifications/Econ
SITC1|S1|1961|5|Standard International Trade Classification, Rev. 1|United Nations Statistics Division|https://unstats.un.org/unsd/classifications/Econ
SITC2|S2|1975|5|Standard International Trade Classification, Rev. 2|United Nations Statistics Division|https://unstats.un.org/unsd/classifications/Econ
SITC3|S3|1986|5|Standard International Trade Classification, Rev. 3|United Nations Statistics Division|https://unstats.un.org/unsd/classifications/Econ
SITC4|S4|2006|5|Standard International Trade Classification, Rev. 4|United Nations Statistics Division|https://unstats.un.org/unsd/classifications/Econ
BEC4|B4|2002|3|Classification by Broad Economic Categories, Rev. 4|United Nations Statistics Division|https://unstats.un.org/unsd/classifications/Econ
BEC5|B5|2016|6|Classification by Broad Economic Categories, Rev. 5|United Nations Statistics Division|https://unstats.un.org/unsd/classifications/Econ
ISIC3.1|-|2002|4|International Standard Industrial Classification, Rev. 3.1|United Nations Statistics Division|https://unstats.un.org/unsd/classifications/Econ/isic
ISIC4|-|2008|4|International Standard Industrial Classification, Rev. 4|United Nations Statistics Division|https://unstats.un.org/unsd/classifications/Econ/isic
CPC2.1|-|2015|5|Central Product Classification, Ver. 2.1|United Nations Statistics Division|https://unstats.un.org/unsd/classifications/Econ/cpc
M49|-|1970|3|Standard Country or Area Codes for Statistical Use|United Nations Statistics Division|https://unstats.un.org/unsd/methodology/m49
ISO3166-1|-|1974|3|Codes for the names of countries, alpha-3|International Organization for Standardization|https://www.iso.org/iso-3166-country-codes.html
`;
