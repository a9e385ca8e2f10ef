"""Old and open office formats, by way of LibreOffice."""
