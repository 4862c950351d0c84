/** Generic names of medicines for pain, mood and sleep, and of common others: counted as one syllable when read. */

const known = `
acamprosate acetaminophen acetylcysteine alprazolam amantadine amitriptyline amlodipine apixaban aripiprazole aspirin
atenolol atorvastatin azithromycin baclofen buprenorphine bupropion buspirone butalbital butorphanol cannabidiol
capsaicin carbamazepine carisoprodol celecoxib cephalexin cetirizine ciprofloxacin citalopram clonazepam clonidine
clopidogrel clozapine codeine colchicine cyclobenzaprine dapagliflozin desipramine desvenlafaxine
dexmedetomidine dextroamphetamine dextromethorphan diazepam diclofenac dihydroergotamine diltiazem diphenhydramine
donepezil doxepin doxycycline dronabinol duloxetine empagliflozin erenumab escitalopram esketamine esomeprazole
eszopiclone etodolac famotidine fentanyl fexofenadine fluoxetine fluticasone fluvoxamine fremanezumab furosemide
gabapentin galcanezumab glipizide guanfacine haloperidol hydrochlorothiazide hydrocodone hydrocortisone
hydromorphone hydroxychloroquine hydroxyzine ibudilast ibuprofen imipramine indomethacin insulin ketamine ketoprofen
ketorolac lamotrigine levetiracetam levothyroxine lidocaine lisinopril lisdexamfetamine lithium loperamide
loratadine lorazepam losartan magnesium medroxyprogesterone melatonin meloxicam memantine meperidine metformin
methadone methocarbamol methotrexate methylnaltrexone methylphenidate methylprednisolone metoclopramide metoprolol
metronidazole mexiletine milnacipran minocycline mirtazapine modafinil montelukast morphine nabilone nalbuphine
naloxone naltrexone naproxen nortriptyline olanzapine omeprazole ondansetron orphenadrine oxcarbazepine oxycodone
oxymorphone oxytocin palmitoylethanolamide pantoprazole paracetamol paroxetine pentazocine pentosan phenobarbital
phenytoin pramipexole prednisolone prednisone pregabalin prochlorperazine promethazine propofol propranolol
protriptyline quetiapine quinidine ramelteon risperidone rivaroxaban rizatriptan ropinirole rosuvastatin
S-ketamine semaglutide sertraline sildenafil simvastatin spironolactone sufentanil sumatriptan suvorexant tamsulosin
tapentadol temazepam terbinafine tizanidine topiramate tramadol trazodone triamcinolone valproate valsartan
vortioxetine venlafaxine verapamil warfarin zaleplon ziconotide zolmitriptan zolpidem zonisamide
Benadryl Celebrex Cymbalta Demerol Dilaudid Effexor Elavil Lyrica Neurontin Norco Opana OxyContin Oxytrex Percocet
Prozac Spravato Suboxone Subutex Topamax Ultram Valium Vicodin Xanax Zoloft
`
  .trim()
  .split(/\s+/);

/** Medicines that a text names, as this list writes them, sorted. */
export function findMedicines(text: string): string[] {
  const words = new Set(text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []);
  return known.filter((name) => words.has(name.toLowerCase())).sort((a, b) => a.localeCompare(b, 'en'));
}
