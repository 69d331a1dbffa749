"""What goes out of finished documents: `print_files` puts them into volumes to print."""
