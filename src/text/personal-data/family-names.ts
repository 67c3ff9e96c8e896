/**
 * Family names that are common in some forty countries, without those that are ordinary words: our own selection, two thirds of it
 * from the public-domain statistics of the US Census Bureau. Behind a word in capitals they make it a name.
 */
export const FAMILY_NAMES: readonly string[] = (
  'Aaron Abbott Abel Abernathy Abney Abraham Abrams Abreu Acar Acevedo Acharya Acker Ackerman Acosta Adair Adam Adams Adamson Adcock Addison Addo Adebayo ' +
  'Adeyemi Adkins Adler Afolabi Agarwal Agbaje Agee Aggarwal Aguilar Aguilera Aguirre Ahluwalia Aiken Ainsworth Akande Akers Akinola Akins Aksoy Aktaş ' +
  'Alaniz Albert Albrecht Albright Albu Alderman Aldrich Aldridge Alexander Alfaro Alford Ali Alicea Allard Allen Allison Allred Almeida Alonso Alonzo ' +
  'Alston Altman Alvarado Alvarez Alves Amador Amato Amaya Ambrose Ames Amoah Amos Anaya Anders Andersen Anderson Andersson Andrade Andrew Andrews André ' +
  'Anglin Annan Anthony Aoki Aponte Appiah Applegate Aquino Aragon Araújo Arce Archuleta Arellano Arevalo Arias Armstead Armstrong Arnett Arnold Arora ' +
  'Arredondo Arrington Arroyo Arsenault Arslan Arthur Artis Asante Ashby Ashcraft Asher Ashley Ashton Askew Aslan Ateş Atkins Atkinson Atwood Aubert Auer ' +
  'Augustine Avalos Avcı Avery Avila Aviles Axelsson Ayala Aydın Ayers Ayres Azevedo Babcock Babić Baca Baer Baez Baggett Bagley Bagwell Bailey Bain ' +
  'Baird Bajaj Bajwa Baker Bakken Bakker Baldwin Bales Ballard Balogh Balogun Banerjee Bansal Barajas Baran Barbee Barbier Barbieri Barbosa Barbour ' +
  'Barclay Barfield Barger Barker Barkley Barksdale Barlow Barman Barnard Barnes Barnett Barney Barnhart Barone Barr Barrera Barrett Barrios Barron ' +
  'Barros Barrow Barry Barth Bartholomew Bartley Barton Basile Bassett Basu Bateman Bates Batts Bauer Baugh Baughman Baum Bauman Baumann Bautista Baxter ' +
  'Beal Beard Bearden Beasley Beatty Beaty Beauchamp Beaulieu Beaver Beavers Becerra Beck Becker Beckett Beckham Beckman Beckwith Bedi Beebe Begay Begley ' +
  'Behrens Belanger Belcher Bellamy Bellini Bello Beltran Benavides Benavidez Bender Benedetti Benedict Beneš Bengtsson Benitez Benjamin Benner Bennett ' +
  'Benoit Benson Benton Benítez Berge Berger Bergeron Bergman Bergmann Bergström Berman Bermudez Bernal Bernard Bernardi Bernier Bernstein Berrios ' +
  'Bertrand Bess Betancourt Bethea Betts Beverly Beyer Bhakta Bhalla Bhandari Bhardwaj Bhargava Bhat Bhatia Bhatt Bhattacharya Bianchi Bianco Biddle ' +
  'Bigelow Biggs Billings Billingsley Bingham Biswas Blackburn Blackman Blackmon Blackwell Blair Blakely Blalock Blanc Blanchard Blanco Bland Blankenship ' +
  'Blanton Blažek Blažević Bledsoe Blevins Blount Blum Boateng Bobo Boggs Bohannon Bolden Boles Bolin Boling Bollinger Bolton Bonds Bonilla Bonner Booker ' +
  'Boone Borden Borra Bose Bostic Boswell Bouchard Boucher Boudreau Boudreaux Bourgeois Bourque Bowden Bowen Bowens Bowers Bowie Bowles Bowling Bowman ' +
  'Bowser Boyce Boyd Boyer Boykin Boyle Boyles Božić Braden Bradford Bradley Bradshaw Brady Bragg Brandon Brandt Branham Brannon Brantley Braswell Braun ' +
  'Bravo Braxton Bray Breaux Breeden Brennan Brenner Brewster Briggs Brink Brinkley Brinson Briscoe Britt Britton Brock Bronson Broome Broughton ' +
  'Broussard Brouwer Brower Browne Browning Brownlee Bruce Brun Bruner Brunet Brunner Bruno Brunson Bryan Bryant Bryson Buchanan Buckley Buckner Bueno ' +
  'Buffington Buford Bui Bullard Bullock Bulut Bundy Bunn Burch Burchett Burdick Burgess Burgos Burk Burke Burkett Burkhart Burleson Burnett Burnette ' +
  'Burney Burnham Burns Burr Burrell Burris Burroughs Burrows Burt Burton Busby Busch Bustamante Butterfield Butts Byers Bynum Byrd Byrne Böhm Bùi ' +
  'Caballero Cabral Cabrera Cagle Cahill Cain Calderon Caldwell Calhoun Callahan Callaway Calloway Calvert Calvo Camacho Camargo Cameron Campbell Canales ' +
  'Canfield Cano Cantrell Cantu Capps Caputo Carbone Cardenas Cardona Cardoso Cardwell Carey Carlisle Carlson Carlton Carmichael Carmona Carnes Carney ' +
  'Caron Carranza Carrasco Carrillo Carrington Carroll Carson Carter Cartwright Caruso Carvalho Carver Cary Casey Casillas Cason Casper Cassidy Castaneda ' +
  'Castellanos Castillo Castro Cates Cathey Cattaneo Caudill Causey Cavalcanti Cavanaugh Cavazos Cerda Cervantes Chacon Chadwick Chakrabarti Chakraborty ' +
  'Chamberlain Champagne Chandran Chaney Chang Chapa Chapman Chappell Charles Chastain Chatman Chatterjee Chaturvedi Chaudhary Chaudhuri Chauhan ' +
  'Chavarria Chavez Chavis Chawla Cheatham Cheek Chen Cheney Cheng Chester Chestnut Chevalier Childers Childress Chisholm Choate Choi Chong Chopra ' +
  'Choudhary Choudhury Chow Christensen Christenson Christiansen Christie Christopher Christy Chu Chukwu Chung Churchill Cintron Ciobanu Cisneros Claes ' +
  'Clark Clarke Clary Clayton Cleary Clemens Clement Clements Clemons Clevenger Clifford Clifton Clinton Cloutier Clément Coats Coburn Cochran Cockrell ' +
  'Cody Coe Coffey Coffman Cohen Coker Colas Colbert Colburn Colby Coleman Coles Coley Collazo Collier Collins Colombo Colvin Comer Compton Conklin ' +
  'Conley Connell Connelly Connolly Connor Connors Conrad Conroy Conte Conti Contreras Conway Cooke Cooley Coon Cooney Cooper Copeland Coppola Corbett ' +
  'Corbin Corcoran Cordero Corey Corley Cormier Cornelius Cornell Cornett Cornish Cornwell Coronado Correa Correia Cortes Cortez Cortés Cosby Costello ' +
  'Cote Cottrell Coughlin Coulter Courtney Couture Covington Cowan Cowart Cox Coy Coyle Crabtree Craig Crain Cramer Crandall Craven Crawford Crawley ' +
  'Creech Crenshaw Crespo Crews Crisp Crist Crocker Crockett Croft Cromwell Cronin Crook Crosby Crouch Crouse Crowder Crowell Crowley Crum Crump Cuellar ' +
  'Cuevas Cullen Culp Culpepper Culver Cummings Cummins Cunningham Curley Curran Currie Currier Curtis Cutler Cyr Dahl Daigle Dailey Dalal Daley Dalton ' +
  'Daly Dang Daniel Daniels Darby Darden Darnell Dasgupta Datta Daugherty Davenport Davidson Davies Davila Davis Davison Dawkins Dawson Dayal Deaton ' +
  'Decker Dejesus Dekker Delacruz Delaney Delarosa Delatorre Deleon Delgado Deloach Delong Deluca Delvalle Demir Demirci Dempsey Denis Denney Denning ' +
  'Dennis Dennison Denny Denson Dent Denton Desai Deshmukh Deshpande Devan Devine Devore Dewan Dewey Dewitt Dhaliwal Dhar Dhawan Dhillon Dias Diaz Dick ' +
  'Dickens Dickerson Dickey Dickinson Dickson Diehl Dietrich Dietz Diez Diggs Dijkstra Dill Dillard Dillon Dixit Dixon Dlamini Dobbins Dobbs Dobre Dobson ' +
  'Dodd Dodge Dodson Doe Doherty Dolan Doležal Dominguez Domínguez Donahue Donaldson Donnelly Donovan Dooley Doran Dorman Dorsey Doshi Doss Dotson Doty ' +
  'Dougherty Doughty Douglas Douglass Dow Dowd Dowdy Dowell Dowling Downey Downing Downs Doyle Dozier Doğan Drake Driscoll Drummond Dua Duarte Dube Dubey ' +
  'Dubois Dubose Duckworth Dudek Dudley Duff Duffy Dufour Dugan Duggan Dukes Duman Dumas Dumitru Dumont Dunbar Duncan Dunham Dunlap Dunn Dunning Dupont ' +
  'Dupre Dupree Duran Durand Durant Durbin Durham Durnin Durán Dutta Dutton Duval Duvall Dvořák Dwyer Dye Dyer Dykes Dyson Díaz Dương Easley Eason Easter ' +
  'Eastman Eaton Ebert Echols Eckert Eddy Edmond Edmonds Edmondson Edward Edwards Egan Egger Eggleston Elam Elder Eldridge Elias Elkins Eller Ellington ' +
  'Elliot Elliott Ellis Ellison Ellsworth Elmore Elrod Ely Emerson Emery Emmons Endo Engle Ennis Enriquez Epperson Epps Erdoğan Erickson Eriksson Ernst ' +
  'Ervin Erwin Escamilla Escobar Escobedo Esparza Espinosa Espinoza Esposito Esquivel Esteban Estep Estes Estrada Etheridge Eubanks Evans Everett ' +
  'Everhart Ewing Eze Ezell Fabbri Fagan Fairchild Falcon Farina Farkas Farley Farnsworth Farr Farrar Farrell Farris Farrow Faulk Faulkner Faure Faust ' +
  'Fay Fekete Felder Feldman Feliciano Felix Felton Fennell Fenton Ferguson Fernandes Fernandez Fernández Ferrara Ferraro Ferreira Ferrell Ferrer Ferri ' +
  'Ferris Fiala Figueroa Fink Finley Finn Finney Fischer Fisk Fitch Fitzgerald Fitzpatrick Flaherty Flanagan Fleming Fletcher Flint Florence Floyd Flynn ' +
  'Fogle Foley Fonseca Fontana Fontenot Foote Forbes Foreman Forman Forrest Forsythe Forte Fortier Fortin Fortner Foss Foster Fournier Foust Foy Fraley ' +
  'Francis Francisco Franco Franke Franklin Franks Frantz François Fraser Frazier Frederick Freeman Freitas Frey Friedman Friedrich Fritz Frye Fuchs ' +
  'Fuentes Fugate Fujii Fujita Fukuda Fulton Fultz Funk Gabriel Gaddis Gaffney Gage Gagne Gagnon Gaines Gaither Gale Galindo Gallagher Gallant Gallardo ' +
  'Gallego Gallegos Galli Gallo Galloway Galvan Gamble Gamez Gandhi Gandy Ganguly Gann Gannon Gant Gao Garcia García Gardiner Gardner Garg Garland Garner ' +
  'Garnett Garnier Garrett Garrido Garrison Garvin Gary Garza Gaskins Gaston Gatlin Gatti Gauthier Gautier Gavin Geary Gee Geiger Gentile Gentry George ' +
  'Gerber Gheorghe Ghosh Gibbons Gibbs Gibson Gifford Gil Gilbert Gilchrist Giles Gill Gillespie Gillette Gilley Gilliam Gilliland Gillis Gilman Gilmore ' +
  'Giménez Giordano Gipson Girard Giuliani Givens Gleason Glenn Goddard Godfrey Godwin Goel Goetz Goff Goins Gokhale Goldberg Goldman Goldsmith Goldstein ' +
  'Gomes Gomez Gonzales Gonzalez González Gooch Gooden Goodman Goodrich Goodson Goodwin Goossens Gopalan Gordon Gorman Goss Gossett Goswami Gould Goyal ' +
  'Grady Graf Graham Granger Grantham Grassi Grasso Grayson Greco Greenberg Greene Greenfield Greenwood Greer Gregg Gregory Gresham Grewal Grgić Grier ' +
  'Griffin Griffith Griffiths Griggs Grigsby Grimes Grimm Grissom Grogan Grossman Grover Groves Groß Grubb Grubbs Gruber Guajardo Guerrero Guevara Guha ' +
  'Guidry Guillen Guillory Guinn Gunderson Gunn Gunter Guo Gupta Gurley Gustafson Gustafsson Guthrie Gutierrez Gutiérrez Guyton Guzman Guérin Gérard ' +
  'Gómez Güler Güneş Günther Haas Hacker Hackett Hadley Hagan Hagen Hager Hahn Haines Hairston Hale Haley Hamby Hamel Hamilton Hamlin Hamm Hammer Hammond ' +
  'Hammonds Hammons Hampton Han Hancock Haney Hankins Hanks Hanley Hanna Hannah Hannon Hansen Hanson Hansson Harada Harbin Hardin Harding Hardison ' +
  'Hardman Hardy Hare Hargrove Harkins Harley Harlow Harman Harmon Harms Harp Harper Harrell Harrington Harris Harrison Hart Hartley Hartman Hartmann ' +
  'Harvey Hasegawa Hashimoto Haskins Hastings Hatch Hatcher Hatfield Hathaway Hatton Haugen Hauser Havens Hawkins Hawks Hawley Hawthorne Hayashi Hayden ' +
  'Hayes Haynes Hays Hayward Haywood Healy Hearn Heaton Hebert Heck Hedrick Hegde Heikkinen Heinrich Heller Helms Helton Hemphill Henderson Hendricks ' +
  'Hendrickson Hendriks Hendrix Henley Henning Henry Hensley Henson Herbert Herman Hernandez Herndon Hernández Herrera Herrero Herrington Herrmann Herron ' +
  'Herzog Hess Hester Hewitt Hiatt Hickey Hickman Hicks Hidalgo Higginbotham Higgins Hightower Hilliard Hillman Hills Hilton Himes Hinds Hines Hinkle ' +
  'Hinojosa Hinson Hinton Hirsch Hitchcock Hite Hoang Hobbs Hobson Hodge Hodges Hofer Hoff Hoffman Hoffmann Hofmann Hogan Hogue Holbrook Holcomb Holden ' +
  'Holley Holliday Hollingsworth Hollins Hollis Holloway Holm Holman Holmes Holt Holton Honeycutt Hong Hooker Hooper Hoover Hopkins Hopper Hopson Horner ' +
  'Horton Horvat Horváth Horák Hoskins Houck Hough Houle Houser Howard Howe Howell Howland Hoyle Hoyt Hoàng Huang Hubbard Huddleston Hudgins Hudson ' +
  'Huerta Huey Huffman Huggins Hughes Hummel Humphrey Humphreys Humphries Huntley Hurd Hurley Hurst Hurtado Huston Hutchins Hutchinson Hutchison Hutson ' +
  'Hutton Huynh Huỳnh Hyatt Hyde Hyman Hájek Hämäläinen Ibarra Ibrahim Ibáñez Iglesias Igwe Ikeda Ingram Inman Inoue Ionescu Irby Irizarry Irvin Irving ' +
  'Irwin Isaac Isaacs Isbell Ishikawa Isom Ito Iverson Ivey Ivy Iyengar Iyer Işık Jabłoński Jacob Jacobs Jacobsen Jacobson Jacques Jadhav Jain James ' +
  'Jameson Jamison Jang Jansen Janssens Jansson Jaramillo Jarrell Jarrett Jarvis Jeffers Jefferson Jeffries Jelínek Jenkins Jennings Jensen Jernigan Jett ' +
  'Jewell Jha Jhaveri Jimenez Jiménez Johansen Johansson Johns Johnson Johnston Joly Jones Jonsson Jordon Jorgensen Joseph Joshi Joyce Joyner Juarez Judd ' +
  'Jude Juhász Julian Jung Jurić Jäger Järvinen Jørgensen Kadam Kahn Kaiser Kakar Kale Kamath Kamau Kamiński Kane Kang Kannan Kapadia Kaplan Kapoor ' +
  'Karaca Karlsson Kato Katz Kauffman Kaufman Kaul Kaur Kavanagh Kay Kaya Kearney Kearns Keating Keaton Keenan Keene Keith Keller Kelley Kellogg Kelly ' +
  'Kelsey Kemp Kendall Kendrick Kennedy Kenney Kenny Kent Kenyon Kerns Kerr Keskin Kessler Keyes Khan Khanna Khatri Khosla Khumalo Khurana Kidd Kilgore ' +
  'Killian Kilpatrick Kim Kimball Kimble Kimbrough Kimura Kincaid Kinder Kinney Kinsey Kiprono Kirby Kirk Kirkland Kirkpatrick Kiser Klein Kline Knapp ' +
  'Knežević Knott Knowles Knox Knutson Kobayashi Koch Koehler Koenig Kohl Kohler Kohli Kolb Kolář Kondo Korhonen Korkmaz Koskinen Koster Kothari Kovač ' +
  'Kovačević Kovačić Kovács Kowalczyk Kowalski Koç Kraft Kramer Kraus Krause Krebs Krishnamurthy Krishnan Kristensen Krueger Kruger Kruse Král Krämer ' +
  'Król Krüger Kuciak Kuhn Kuipers Kulkarni Kurtz Kuykendall Kučera Kyle Köhler König Kühn Kılıç Lacey Lachance Lackey Lacy Ladd Ladner Laine Laird ' +
  'Lakatos Lal Lala Lamar Lambert Landers Landis Landrum Landry Lange Langford Langley Langston Lanier Lankford Lapointe Lara Larkin Larsen Larson ' +
  'Larsson Larue Lassiter Latham Lau Laughlin Lavoie Lawler Lawrence Lawson Lawton Layne Layton Lazăr Leach Leary Leavitt Leblanc Ledbetter Ledesma ' +
  'Ledford Lee Lefebvre Lefèvre Leggett Legrand Lehman Lehmann Lehtonen Leitner Lemaire Lemieux Lemons Lentz Leonard Leone Leroux Leroy Leslie Lester ' +
  'Levesque Levine Levy Lewis Leyva León Libby Liles Lilly Lind Lindberg Linder Lindgren Lindquist Lindqvist Lindsay Lindsey Lindström Linn Linton ' +
  'Lipscomb Littlefield Littlejohn Liu Lively Livingston Lloyd Locke Lockett Lockhart Locklear Lockwood Lofton Logan Logsdon Lomax Lombardi Lombardo ' +
  'Longo Longoria Loomis Looney Lopes Lopez Lorenz Lorenzo Lott Louis Lovelace Lovell Lovett Lowe Lowery Lowry Loyd Lozano Lucero Ludwig Lugo Lujan Luke ' +
  'Lumpkin Lund Lundy Lunsford Luo Lusk Luther Luthra Lutz Lyle Lyles Lyman Lynch Lynn Lyon Lyons Lytle López Mabry Macdonald Machado Macias Mack ' +
  'Mackenzie Mackey Macon Madan Madden Maddox Madrigal Madsen Maes Magana Magee Maguire Mahajan Mahan Maher Mahon Mahoney Maier Majors Malcolm Maldonado ' +
  'Malhotra Malik Mallory Malloy Malone Maloney Mancini Mandal Mangal Manley Manning Mansfield Manuel Maples Maras Marchand Marchetti Marcum Marcus Marek ' +
  'Mariani Marin Marini Marino Marion Marić Markham Marković Marlow Marques Marquez Marrero Marsh Marshall Martel Martin Martinelli Martinez Martini ' +
  'Martino Martín Martínez Marvin Marx Marín Mason Massey Masson Mata Matei Mathews Mathieu Mathis Mathur Matić Matlock Matos Matson Matsuda Matsumoto ' +
  'Matthew Matthews Mattingly Mattox Mattson Mauldin Maurer Maxwell Mayberry Mayer Mayes Mayfield Maynard Mayo Mazza McAdams McAlister McAllister ' +
  'McArthur McBride McCabe McCain McCall McCann McCarter McCarthy McCartney McCarty McCauley McClain McClellan McClelland McClendon McCloud McClure ' +
  'McCollum McCombs McConnell McCord McCormack McCormick McCoy McCracken McCrary McCray McCullough McCurdy McDaniel McDermott McDonald McDonough McDowell ' +
  'McDuffie McElroy McFadden McFarland McGee McGhee McGill McGinnis McGovern McGowan McGrath McGraw McGregor McGuire McHenry McHugh McIntosh McIntyre ' +
  'McKay McKee McKenna McKenzie McKinley McKinney McKinnon McKnight McLain McLaughlin McLean McLeese McLendon McLeod McMahan McMahon McManus McMillan ' +
  'McMillian McMullen McNair McNally McNamara McNeal McNeil McNeill McNulty McNutt McPherson McQueen McRae McWhorter McWilliams Mead Meade Meador ' +
  'Medeiros Medley Medrano Meehan Meek Meeks Mehra Mehrotra Mehta Meier Meijer Mejia Melendez Melton Melvin Menard Mendes Mendez Mendoza Menon Mensah ' +
  'Mercado Mercer Merchant Mercier Meredith Merrill Merritt Messer Messina Metcalf Metzger Meunier Meyer Meyers Meza Michaels Michalak Michaud Michel ' +
  'Middleton Milam Millard Miller Milligan Milner Milton Mims Minton Miranda Mishra Misra Mistry Mitchell Mitra Mittal Mixon Mize Mobley Moeller Moen ' +
  'Moffett Mohanty Mohr Mojica Mokoena Molina Molnár Monahan Monroe Montalvo Montanari Montanez Montano Monteiro Montero Montes Montgomery Montoya Mooney ' +
  'Moore Mora Morales Moran Moreau Moreira Morel Moreland Morelli Moreno Moretti Morey Morgan Mori Morin Morrell Morris Morrison Morrissey Morse ' +
  'Mortensen Morton Moseley Moser Moses Mosher Mosley Motley Mott Moulton Moura Moya Moyer Moyo Mueller Mukherjee Mukhopadhyay Mulder Mullen Muller ' +
  'Mulligan Mullins Muncy Muniz Munoz Munshi Munson Munteanu Murakami Murdock Murillo Murphy Murray Murrell Murry Murthy Muse Mutua Muñoz Mwangi Myers ' +
  'Myklebust Myles Myrick Márquez Mäkelä Mäkinen Méndez Mészáros Möller Møller Müller Nadar Nadeau Nagarajan Nagle Nagy Naidu Nair Nakagawa Nakajima ' +
  'Nakamura Nambiar Nance Napier Naquin Narang Narayanan Nascimento Nash Natarajan Nath Nava Navarro Nayak Nayar Naylor Ndlovu Neal Needham Neely Neff ' +
  'Negrete Negron Neil Nelson Nesbitt Nettles Neumann Newberry Newby Newcomb Newell Newman Newsom Newsome Ngo Nguyen Nguyễn Ngô Nicholas Nichols ' +
  'Nicholson Nickerson Nicolas Nielsen Nielson Nieminen Nieto Nieves Nilsson Nishimura Nixon Nkosi Nobles Noe Noel Nolan Noland Nolen Norris Norton ' +
  'Norwood Novak Novotný Novák Nowak Noyes Noël Nugent Nunes Nunez Nunn Nwachukwu Nwosu Németh Núñez Němec O’Brien O’Connor O’Neill O’Reilly O’Sullivan ' +
  'Oakes Oakley Oberoi Obi Obrien Ocampo Ochoa Oconnell Oconnor Odell Odom Odonnell Ogawa Ogden Ogle Oglesby Ogunleye Ohara Ojeda Ojha Okada Okafor ' +
  'Okamoto Okeefe Okeke Okonkwo Okoro Okoye Oladipo Olaniyan Oldham Oleary Olivares Olivas Oliveira Oliver Olsen Olson Olsson Olvera Oláh Omalley Oneal ' +
  'Oneil Oneill Ono Onyango Ornelas Orourke Orozco Orr Ortega Ortiz Osborn Osborne Osei Osorio Ostrowski Otero Ott Otto Ouellette Overstreet Overton Owen ' +
  'Owens Owusu Oza Pacheco Padgett Padilla Pagan Paige Palmer Palmieri Palumbo Pandey Pandit Pandya Papp Pappas Paquette Parekh Parham Parikh Parish ' +
  'Parisi Parker Parks Parmar Parnell Parr Parra Parris Parrish Parrott Parsons Partridge Pascual Pastor Pate Patel Pathak Patil Patnaik Patrick Patten ' +
  'Patterson Patton Paul Paulsen Paulson Pavić Pavlović Pawlak Paxton Payne Payton Peachey Pearce Pearson Pease Peck Pedersen Pederson Peeters Pellegrini ' +
  'Pellegrino Pelletier Pemberton Pena Pence Pendleton Penn Pennington Peoples Peralta Perdue Pereira Perez Perić Perkins Perrin Perry Perryman Persson ' +
  'Peters Petersen Peterson Petrović Pettersson Pettit Petty Peña Pfeiffer Pham Phan Phelan Phelps Phillips Phipps Phiri Phạm Picard Pichler Pickens ' +
  'Pickering Pickett Pierce Pierson Pillai Pimentel Pina Pineda Pinson Pinto Piper Pitt Pittman Platt Plummer Pohl Poindexter Poirier Pokorný Polanco ' +
  'Polat Polk Pollard Pollock Ponce Ponder Poole Popa Popescu Portillo Posey Pospíšil Potter Potts Poulin Poulsen Powell Prabhakaran Prabhu Prado ' +
  'Prajapati Prater Prather Pratt Prescott Presley Pressley Preston Prewitt Priest Prieto Pringle Pritchard Pritchett Procházka Proctor Pruett Pruitt ' +
  'Pryor Puckett Pugh Pullen Pulliam Purcell Purdy Puri Purnell Purvis Putnam Pyle Pérez Qualls Quarles Quezada Quigley Quinn Quinones Quintana ' +
  'Quintanilla Quintero Quiroz Rader Radford Radić Radu Raghavan Raghunathan Ragland Ragsdale Raines Rainey Rains Rajagopal Rajagopalan Rajan Rajput Raju ' +
  'Ralston Raman Ramaswamy Ramey Ramirez Ramos Ramsey Ramírez Rana Randall Randle Randolph Ranganathan Rangel Rankin Ransom Rao Rapp Rasmussen Rastogi ' +
  'Ratcliff Rathod Rathore Ratliff Raut Rawat Raymond Rea Reagan Reardon Reaves Rector Redding Reddy Redman Redmond Reece Reed Reeder Reedy Rees Reese ' +
  'Reeves Regan Reid Reilly Reiter Renard Rendon Renner Renteria Reyes Reyna Reynolds Reynoso Rhoades Rhoads Rhodes Ribeiro Ricci Richard Richards ' +
  'Richardson Richey Richmond Richter Ricker Ricketts Ricks Riddick Riddle Rider Ridgeway Ridley Riggins Riggs Riley Rinaldi Rinehart Ritchie Ritter ' +
  'Rivas Rivera Rivière Rizzi Rizzo Roach Roark Robb Robbins Roberson Roberts Robertson Robinette Robins Robinson Robison Robles Roby Rocha Roche ' +
  'Rockwell Rodgers Rodrigues Rodriguez Rodriquez Rodríguez Roe Rogers Rojas Roland Rollins Romano Romero Romo Román Rooney Roper Rosa Rosado Rosales ' +
  'Rosen Rosenberg Rosenthal Ross Rossetti Rossi Roth Rouse Roush Rousseau Roussel Roux Rowan Rowe Rowell Rowland Rowley Roy Rubin Rubio Rucker Rudd ' +
  'Rudolph Ruffin Ruiz Runyon Rushing Russ Russell Russo Rusu Ruth Rutherford Rutkowski Rutledge Ryder Rácz Růžička Saavedra Sabharwal Sachdev Sachdeva ' +
  'Sadler Saenz Saha Sahni Sahu Saini Sakamoto Salas Salazar Saldana Salgado Salinas Salisbury Salmon Salter Salvi Sampath Sampson Sams Samuel Samuels ' +
  'Sanborn Sanchez Sanders Sanderson Sandhu Sandoval Sanford Sangha Sanna Santana Santoro Santos Sanz Sapp Sargent Sarkar Sarı Sasaki Sastry Sathe Sato ' +
  'Satterfield Saucedo Sauer Saunders Saxena Saylor Scarborough Schaefer Schaeffer Schafer Schaffer Schell Schilling Schmid Schmidt Schmitt Schmitz ' +
  'Schneider Schofield Scholz Schouten Schrader Schreiber Schroeder Schröder Schubert Schuler Schulte Schultz Schulz Schulze Schumacher Schuster Schwab ' +
  'Schwartz Schwarz Schäfer Scott Scroggins Scruggs Seals Seaman Sears Seay Sedláček Segura Sehgal Seidel Seitz Sekhar Selby Sellers Sen Sengupta Serna ' +
  'Serra Serrano Seth Sethi Seward Sewell Seymour Shackelford Shafer Shaffer Shah Shankar Shanks Shannon Shapiro Sharma Shaver Shaw Shea Shearer Sheehan ' +
  'Sheffield Shelby Sheldon Shelley Shelton Shenoy Shepard Sheppard Sheridan Sherman Sherrill Sherrod Sherwood Shetty Shields Shimizu Shinde Shipley ' +
  'Shipman Shipp Shirley Shockley Shoemaker Shukla Shuler Shultz Sidhu Siegel Sikes Sikora Silva Silverman Silvestri Simmons Simms Simon Simons Simpkins ' +
  'Simpson Sims Sinclair Singh Singhal Singletary Sinha Sisk Sisson Sizemore Skaggs Skelton Skidmore Skinner Slade Slater Slaughter Sledge Sloan Slone ' +
  'Smalley Smalls Smallwood Smiley Smit Sneed Snell Snider Snodgrass Snowden Snyder Sodhi Solanki Solberg Soler Solis Solomon Soman Sommers Sood Sorensen ' +
  'Sorenson Sosa Sotelo Soto Sousa Souza Sowell Sowers Spangler Spann Sparks Spaulding Spears Speer Spence Spencer Spicer Spivey Sprague Springer Spruill ' +
  'Spurlock Srinivasan Srivastava Stacy Stafford Stahl Staley Stallings Stamper Stanfield Stanford Stanley Stanton Staples Stapleton Starkey Starks ' +
  'Starnes Staton Stclair Stearns Steele Steen Steiner Stephens Stephenson Stepp Stern Stevens Stevenson Stewart Stiles Stinson Stjohn Stockton Stoddard ' +
  'Stoica Stokes Stoner Storey Stovall Stover Stratton Strauss Streeter Strickland Stroud Stuart Stubbs Suarez Subramaniam Subramanian Suggs Sullivan ' +
  'Sumner Sundaram Suri Sutherland Sutton Suzuki Suárez Svensson Svoboda Swafford Swain Swaminathan Swann Swanson Swartz Sweeney Swenson Switzer Sykes ' +
  'Sylvester Szabó Szewczyk Szilágyi Sáez Sánchez Sørensen Sýkora Tabor Tackett Takahashi Takeuchi Takács Talbert Talbot Talley Tamura Tanaka Tandon ' +
  'Taneja Tang Tanner Tapia Tatum Tavares Taylor Taş Teague Teel Teixeira Tekin Templeton Terrell Terry Thacker Thakkar Thakur Thao Tharp Thayer ' +
  'Thibodeau Thibodeaux Thigpen Thomas Thomason Thompson Thomsen Thomson Thorne Thornton Thorpe Thrasher Thurman Thurston Tidwell Tilley Tillman Timmons ' +
  'Tinsley Tipton Tirado Titus Tiwari Tobias Tobin Todd Tolbert Tolliver Tomaszewski Tomić Tomlin Tomlinson Tompkins Toney Torres Torrez Toth Tovar ' +
  'Townsend Tracy Trahan Trammell Tran Traylor Trejo Trent Trevino Trimble Tripathi Triplett Tripp Trivedi Trobbiani Trotter Troutman Trujillo Truong ' +
  'Trần Tubbs Tucker Tudor Turan Turner Turpin Tuttle Tyson Tóth Ulrich Underwood Unger Upadhyay Upchurch Upton Uribe Vaidya Vail Valadez Valdes Valdez ' +
  'Valentin Valentine Valentini Valenzuela Valle Vance Vandyke Vang Vanhorn Vann Varela Varga Vargas Varghese Varma Varner Varney Varty Vasquez Vaughan ' +
  'Vaughn Vazquez Veenstra Vega Vela Velasco Velasquez Velazquez Velez Venkataraman Venkatesh Ventura Vera Verhoeven Verma Vermeer Vermeulen Vernon ' +
  'Veselý Vicente Vick Vickers Vidal Vig Vigil Villalobos Villanueva Villarreal Villegas Vincent Vines Vinson Virk Virtanen Visser Vitale Vogel Vogt ' +
  'Voigt Vora Voss Vuković Vyas Vázquez Waddell Wadhwa Waggoner Wagle Wagner Wagoner Wahl Waite Wakefield Walczak Walden Waldron Waldrop Walia Wallace ' +
  'Wallis Walsh Walter Walters Walton Wang Ward Warden Warner Warren Washburn Watanabe Waterman Watkins Watson Watt Watts Waugh Weathers Webb Webber ' +
  'Weber Webster Weems Weiner Weinstein Weir Weiss Weiß Welch Weldon Weller Wellman Wells Werner Wesley Westbrook Westmoreland Weston Wetzel Whalen ' +
  'Whaley Whatley Wheatley Whipple Whitaker Whitehead Whitfield Whiting Whitley Whitlock Whitman Whitmore Whitney Whitson Whitt Whittaker Whitten ' +
  'Whittington Wicker Wieczorek Wiggins Wilbur Wilburn Wilcox Wilder Wiles Wiley Wilhelm Wilkerson Wilkes Wilkins Wilkinson Wilks Willard Willems Willett ' +
  'Willey William Williams Williamson Willingham Willis Willoughby Wills Wilson Windham Winkler Winn Winslow Winstead Wiseman Withers Witherspoon Wofford ' +
  'Wolff Wolford Womack Wong Woodall Woodard Woodruff Woodson Woodward Wooten Worley Worrell Worthington Wouters Wray Wright Wyatt Wylie Wyman Wójcik ' +
  'Xiong Yadav Yamada Yamaguchi Yamamoto Yamazaki Yancey Yanez Yang Yarbrough Yates Yavuz Yazzie Ybarra Yeager Yee Ylönen Yoder Yoon Yoshida Yost ' +
  'Youngblood Yıldırım Yıldız Yılmaz Zając Zamora Zapata Zavala Zeigler Zeman Zepeda Zhang Zhao Zhou Zhu Ziegler Zimmer Zimmerman Zimmermann Zulu Zuniga ' +
  'Álvarez Çakır Çelik Çetin Özdemir Özer Özkan Öztürk Ünal Černý Đặng Şahin Şimşek'
).split(' ');
